namespace ResNetGen.Runtime.Tests;

/// <summary>A smaller input for a network whose declared one is too large for a test, and the maps it must give, worked out by hand.</summary>
public sealed class SmallerInput
{
    private static readonly Dictionary<string, SmallerInput> All = new(StringComparer.Ordinal)
    {
        ["deeplabv3_resnet101"] = new([3, 129, 97], ("C1", [64, 65, 49]), ("C2", [256, 33, 25]), ("C3", [512, 17, 13]), ("C4", [1024, 9, 7]), ("C5", [2048, 9, 7])),
        ["mmseg_resnet101_multigrid"] = new([3, 96, 160], ("C1", [64, 48, 80]), ("C2", [256, 24, 40]), ("C3", [512, 12, 20]), ("C4", [1024, 6, 10]), ("C5", [2048, 6, 10])),
        ["resnet101_faster_rcnn"] = new([3, 96, 160], ("C2", [256, 24, 40]), ("C3", [512, 12, 20]), ("C4", [1024, 6, 10]), ("C5", [2048, 3, 5])),
        ["resnet50_rswd_TTT"] = new([3, 64, 96], ("C1", [64, 32, 48]), ("C2", [256, 16, 24]), ("C3", [512, 16, 24]), ("C4", [1024, 16, 24]), ("C5", [2048, 16, 24])),
    };

    private SmallerInput(long[] input, params (string Tap, long[] Shape)[] maps) =>
        (Input, Maps) = (input, maps.ToDictionary(m => m.Tap, m => m.Shape, StringComparer.Ordinal));

    /// <summary>The input: channels, height, width.</summary>
    public long[] Input { get; }

    /// <summary>The shape of each tap's map: channels, height, width.</summary>
    public Dictionary<string, long[]> Maps { get; }

    /// <summary>Returns the smaller input for a network, or null where the declared one will do.</summary>
    public static SmallerInput? Of(string name) => All.GetValueOrDefault(name);
}
