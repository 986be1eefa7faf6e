namespace ResNetGen.Training.Tests.Data;

/// <summary>Recipes for tests of data.</summary>
internal static class TestRecipes
{
    public static Recipe Cifar(int batchSize = 8, ulong seed = 1) => new()
    {
        Name = "test",
        BatchSize = batchSize,
        Seed = seed,
        Length = TrainingLength.Epochs(1),
        LearningRate = new LearningRatePlan(),
        Augmentation = new Augmentation { Pad = 4, Crop = 32, Flip = true },
        Normalization = Normalization.Cifar10,
    };

    public static Recipe Plain(int batchSize = 8) => Cifar(batchSize) with { Augmentation = new Augmentation(), Normalization = Normalization.None };
}
