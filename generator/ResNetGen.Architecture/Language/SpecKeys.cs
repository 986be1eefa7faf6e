#pragma warning disable CS1591 // each entry describes itself in its text

using ResNetGen.Architecture.Specs;
using ResNetGen.Architecture.Text;

namespace ResNetGen.Architecture.Language;

/// <summary>What a spec says: the root of the language.</summary>
public static class SpecKeys
{
    public static readonly Key<int> Version = new(
        "version",
        new IntegerShape(1, 1),
        "The version of the language that the spec is written in.",
        "1",
        "1");

    public static readonly Key<string> Name = new(
        "name",
        new IdentifierShape(),
        "The network's name, for tables and for the class that the command emits.",
        "ResNet50",
        "the file's name");

    public static readonly Key<string> Extends = new(
        "extends",
        new TextShape("the path of another spec, relative to this one"),
        "Another spec that this one starts from. Keys said here override it, mappings merge key by key, stages by position.",
        "resnet50.resnet.yaml");

    public static readonly Key<EquatableArray<int>> Input = new(
        "input",
        new ListShape<int>(new IntegerShape(1, Bounds.Extent), "integers [channels, height, width]", 3, 3),
        "The input that shapes and costs are computed for. The network runs on other heights and widths too.",
        "[3, 224, 224]",
        "[3, 224, 224]");

    public static readonly Key<Section> Stem = new(
        "stem", StemKeys.Stem, "The layers before the first stage: a preset's word, or a mapping.", "conv7x7", "conv7x7");

    public static readonly Key<EquatableArray<Section>> Stages = new(
        "stages",
        new ListShape<Section>(StageKeys.Stage, "stages", 1, Bounds.Stages),
        "The stages, first to last; needed, unless the spec says 'n' or 'depth'.",
        "[{ blocks: 3, width: 64 }, { blocks: 4, width: 128, stride: 2 }]",
        "with 'n' or 'depth' three stages of widths 16, 32 and 64");

    public static readonly Key<int> N = new(
        "n", new IntegerShape(1, Bounds.Blocks), "The blocks of every stage, in place of 'blocks'.", "18");

    public static readonly Key<int> Depth = new(
        "depth",
        new IntegerShape(1, Bounds.Depth),
        "The network's depth, in place of 'blocks': 2 + the convolutions of one block, added over the stages, x the blocks of each.",
        "110");

    public static readonly Key<int> OutputStride = new(
        "output_stride",
        new IntegerShape(1, Bounds.Channels),
        "The stride at which the network stops striding and dilates instead.",
        "16");

    public static readonly Key<EquatableArray<bool>> ReplaceStride = new(
        "replace_stride_with_dilation",
        new ListShape<bool>(new SwitchShape(), "switches", 1, Bounds.Stages),
        "For each stage after the first, whether its stride becomes dilation.",
        "[false, true, true]");

    public static readonly Key<Section> Head = new(
        "head", HeadKeys.Head, "What follows the last stage: a word, or a mapping.", "{ classes: 10 }", "{ classes: 1000 }");

    public static readonly Key<bool> FinalNorm = new(
        "final_norm",
        new SwitchShape(),
        "Whether a norm and an activation follow the last stage.",
        "true",
        "true where the last stage is pre-activated and there is a head");

    public static readonly Key<EquatableArray<Said<int>>> Taps = new(
        "taps",
        new ListShape<Said<int>>(new TapShape(), "taps", 1, Bounds.Stages + 1),
        "The maps that Features returns, by name or number.",
        "[c2, c3, c4, c5]",
        "all");

    public static readonly Key<InitKind> Init = new(
        "init", WordShapes.Init, "The first weights of convolutions.", "kaiming_fan_in", "kaiming_fan_out");

    public static readonly Key<LinearInit> LinearInit = new(
        "linear_init", WordShapes.LinearInit, "The first weights of the head's linear layer.", "normal", "default");

    public static readonly Key<bool> ZeroInitResidual = new(
        "zero_init_residual",
        new SwitchShape(),
        "Whether the last norm of each block starts at zero, so that the block starts as its shortcut.",
        "true",
        "false");

    public static readonly Key<double> StochasticDepth = new(
        "stochastic_depth",
        BlockKeys.Probability,
        "The probability that training drops the main path of the last block; it grows linearly from 0 at the first.",
        "0.2",
        "0");

    public static readonly Key<int> FrozenStages = new(
        "frozen_stages",
        new IntegerShape(-1, Bounds.Stages),
        "What is frozen, in mm's counting: -1 nothing, 0 the stem, n the stem and the first n stages.",
        "1",
        "-1");

    public static readonly Key<int> TrainableLayers = new(
        "trainable_layers",
        new IntegerShape(0, Bounds.Stages + 1),
        "What is not frozen, in torchvision's counting: one more than the stages trains all, as many as the stages freezes the stem.",
        "3");

    public static readonly Key<bool> NormEval = new(
        "norm_eval", new SwitchShape(), "Whether every batch norm stays in evaluation mode.", "true", "false");

    public static readonly Key<NamingKind> Naming = new(
        "naming", WordShapes.Naming, "Whose keys the state dict has.", "timm", "torchvision");

    /// <summary>A spec.</summary>
    public static readonly MappingShape Spec = new(
        "the spec",
        null,
        [
            Version, Name, Extends, Input, Stem, .. BlockKeys.All, N, Depth, Stages, OutputStride, ReplaceStride, StageKeys.MultiGrid,
            Head, FinalNorm, Taps, Init, LinearInit, ZeroInitResidual, StochasticDepth, FrozenStages, TrainableLayers, NormEval, Naming,
        ]);
}
