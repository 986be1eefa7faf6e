using ResNetGen.Architecture.Language;

namespace ResNetGen.Training.Language;

/// <summary>The words of recipes.</summary>
internal static class Words
{
    /// <summary>Says that there is nothing.</summary>
    public const string None = "none";

    public static readonly WordShape<Initialization> Initializations = new(
        new("kaiming", nameof(Initialization.Kaiming), Initialization.Kaiming, "Convolutions by Kaiming's normal distribution, fan out, ReLU; norms 1 and 0; linear layers as PyTorch has them."),
        new("keep", nameof(Initialization.Keep), Initialization.Keep, "As the network comes: its constructor's, or weights that were loaded."));

    public static readonly WordShape<ScheduleKind> Schedules = new(
        new("constant", nameof(ScheduleKind.Constant), ScheduleKind.Constant, "The rate does not change."),
        new("steps", nameof(ScheduleKind.Steps), ScheduleKind.Steps, "The rate is multiplied at fixed moments."),
        new("plateau", nameof(ScheduleKind.Plateau), ScheduleKind.Plateau, "The rate is multiplied when the error has stopped falling."),
        new("cosine", nameof(ScheduleKind.Cosine), ScheduleKind.Cosine, "The rate falls to zero along half a cosine over the whole run."));

    public static readonly WordShape<ColorAugmentation> Colors = new(
        new("none", nameof(ColorAugmentation.None), ColorAugmentation.None, "Colours do not change."),
        new("pca", nameof(ColorAugmentation.Pca), ColorAugmentation.Pca, "Along the principal components of ImageNet's colours (Krizhevsky et al. 2012)."),
        new("jitter", nameof(ColorAugmentation.Jitter), ColorAugmentation.Jitter, "Brightness, contrast and saturation by factors from [0.6, 1.4]."));

    public static readonly WordShape<Crops> CropKinds = new(
        new("center", nameof(Crops.Center), Crops.Center, "The square in the middle."),
        new("ten", nameof(Crops.Ten), Crops.Ten, "The four corners and the middle, and their mirror images."),
        new("whole", nameof(Crops.Whole), Crops.Whole, "The whole picture and its mirror image at each scale, fully convolutional."));

    public static readonly WordShape<Precision> Precisions = new(
        new("float32", nameof(Precision.Float32), Precision.Float32, "Single precision."),
        new("bfloat16", nameof(Precision.BFloat16), Precision.BFloat16, "Convolutions and linear layers in bfloat16, the rest in float32."));

    /// <summary>The word that stands for a value; the value's number where none does, which reading back refuses.</summary>
    public static string Of<T>(WordShape<T> shape, T value)
        where T : struct, Enum =>
        shape.Words.FirstOrDefault(w => EqualityComparer<T>.Default.Equals(w.Value, value))?.Text ?? value.ToString();
}
