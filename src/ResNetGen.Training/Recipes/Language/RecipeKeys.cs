using ResNetGen.Architecture.Language;

namespace ResNetGen.Training.Language;

/// <summary>What a recipe says: the one description that reading, writing, the schema and the documentation share.</summary>
internal static class RecipeKeys
{
    public static readonly Key<string> Name = new("name", new NameShape(), "The recipe's name.", "my-recipe", "the file's name");

    public static readonly Key<string> Extends = new(
        "extends",
        new TextShape("the name of a built-in recipe, or the path of a '.recipe.yaml' file beside this one"),
        "The recipe that this one starts from: keys said here override it, mappings merge key by key.",
        "cifar10");

    public static readonly Key<int> BatchSize = new("batch_size", new IntegerShape(1, 1_048_576), "Pictures per step, over all processes together.", "256", "128");

    public static readonly Key<TrainingLength> Length = new("length", new LengthShape(), "How long the run is.", "64000 iterations") { IsRequired = true };

    public static readonly Key<ulong> Seed = new("seed", new WholeNumberShape(), "The seed of the first weights, the pictures' order, their augmentation and dropout.", "7", "1");

    public static readonly Key<Initialization> Initialization = new("initialization", Words.Initializations, "How weights begin.", "keep", "kaiming");

    public static readonly Key<Section> Optimizer = new("optimizer", OptimizerKeys.Optimizer, "Stochastic gradient descent with momentum.", "{ momentum: 0.9 }");

    public static readonly Key<Section> LearningRate = new(
        "learning_rate", LearningRateKeys.LearningRate, "The learning rate over the run.", "{ base: 0.1, schedule: cosine }") { IsRequired = true };

    public static readonly Key<double> LabelSmoothing = new("label_smoothing", Shapes.Share, "The share of a picture's probability that the loss gives to all classes alike.", "0.1", "0");

    public static readonly Key<Section> Augmentation = new(
        "augmentation", PictureKeys.Augmentation, "What happens to a training picture, in this order: scale, pad, crop, flip, color.", "{ pad: 4, crop: 32, flip: true }");

    public static readonly Key<Section> Normalization = new(
        "normalization", PictureKeys.Normalization, "Per channel: (value / 255 - mean) / deviation, of red, green, blue.", "{ mean: [0.5, 0.5, 0.5], deviation: [0.25, 0.25, 0.25] }");

    public static readonly Key<Section> Evaluation = new("evaluation", PictureKeys.Evaluation, "How pictures are seen when the network is measured.", "{ scales: [256], crop: 224 }");

    public static readonly Key<int> ValidationCount = new(
        "validation_count", new IntegerShape(0, 100_000_000), "Training pictures held back for validation; 0 trains on all.", "5000", "0");

    public static readonly Key<Optional<Section>> FineTuning = new(
        "fine_tuning", new OptionalShape<Section>(FineTuningKeys.FineTuning), "What is frozen and at which rates the rest learns.", "{ frozen_stages: 1 }", "none");

    public static readonly Key<Precision> Precision = new("precision", Words.Precisions, "The arithmetic of forward and backward.", "bfloat16", "float32");

    public static readonly Key<bool> ChannelsLast = new("channels_last", new SwitchShape(), "Whether pictures and weights lie as [N, H, W, C] in memory.", "true", "false");

    public static readonly Key<bool> SynchronizeNorms = new(
        "synchronize_norms", new SwitchShape(), "Whether batch norms use the pictures of all processes in training.", "true", "false");

    /// <summary>A recipe.</summary>
    public static readonly MappingShape Recipe = new(
        "a recipe", null, Name, Extends, BatchSize, Length, Seed, Initialization, Optimizer, LearningRate, LabelSmoothing, Augmentation, Normalization, Evaluation,
        ValidationCount, FineTuning, Precision, ChannelsLast, SynchronizeNorms);
}
