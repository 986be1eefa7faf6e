using ResNetGen.Architecture.Language;
using ResNetGen.Architecture.Text;

namespace ResNetGen.Training.Language;

/// <summary>What a recipe says of pictures.</summary>
internal static class PictureKeys
{
    /// <summary>Scales that an evaluation may have.</summary>
    public const int Scales = 32;

    public static readonly Key<Optional<EquatableArray<int>>> Scale = new(
        "scale",
        Shapes.Sides("integers [min, max]", 2, 2),
        "The shorter side is resized to a length drawn from this range, both ends included.",
        "[256, 480]",
        "none");

    public static readonly Key<int> Pad = new("pad", new IntegerShape(0, 1024), "Black pixels added on each side.", "4", "0");

    public static readonly Key<Optional<int>> Crop = new(
        "crop", new OptionalShape<int>(Shapes.Side), "The side of the square cut out at a place drawn at random; 'none' keeps the whole picture.", "224", "none");

    public static readonly Key<bool> Flip = new("flip", new SwitchShape(), "Whether half of the pictures are mirrored, left to right.", "true", "false");

    public static readonly Key<ColorAugmentation> Color = new("color", Words.Colors, "How colours change.", "pca", "none");

    public static readonly Key<EquatableArray<double>> Mean = new(
        "mean", Shapes.PerChannel(new NumberShape(0, isMinimumAllowed: true, 1, isMaximumAllowed: true)), "The means, of values in [0, 1].", "[0.5, 0.5, 0.5]", "[0, 0, 0]");

    public static readonly Key<EquatableArray<double>> Deviation = new(
        "deviation", Shapes.PerChannel(new NumberShape(0, isMinimumAllowed: false, 1, isMaximumAllowed: true)), "The deviations.", "[0.25, 0.25, 0.25]", "[1, 1, 1]");

    public static readonly Key<Optional<EquatableArray<int>>> EvaluationScales = new(
        "scales",
        Shapes.Sides("lengths", 1, Scales),
        "The lengths to which the shorter side is resized; several measure each picture at several scales.",
        "[256]",
        "none");

    public static readonly Key<Optional<int>> EvaluationCrop = new(
        "crop", new OptionalShape<int>(Shapes.Side), "The side of the squares that are cut out; 'none' takes the whole picture.", "224", "none");

    public static readonly Key<Crops> EvaluationCrops = new("crops", Words.CropKinds, "Which squares.", "ten", "center");

    public static readonly Key<TrainingLength> Every = new("every", new LengthShape(), "How often a run is measured.", "1000 iterations", "1 epoch");

    /// <summary>The augmentation.</summary>
    public static readonly MappingShape Augmentation = new("an augmentation", null, Scale, Pad, Crop, Flip, Color);

    /// <summary>The normalisation.</summary>
    public static readonly MappingShape Normalization = new("a normalisation", null, Mean, Deviation);

    /// <summary>The evaluation.</summary>
    public static readonly MappingShape Evaluation = new("an evaluation", null, EvaluationScales, EvaluationCrop, EvaluationCrops, Every);
}
