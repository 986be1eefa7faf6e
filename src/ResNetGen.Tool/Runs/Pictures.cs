using ResNetGen.Training.Data;

namespace ResNetGen.Tool.Runs;

/// <summary>Opens what <c>--data</c> says.</summary>
internal static class Pictures
{
    public static TrainingData Open(string said)
    {
        try
        {
            return ImageSources.Open(said);
        }
        catch (ArgumentException e)
        {
            throw new ToolException(ExitCode.Usage, "resnetgen: " + e.Message.Split(" (Parameter", 2)[0]);
        }
    }

    public static LoaderOptions Loading(int? workers, string? corrupt) => new()
    {
        Workers = workers ?? Math.Clamp(Environment.ProcessorCount / 2, 1, 8),
        Corrupt = corrupt == "skip" ? CorruptPolicy.Skip : CorruptPolicy.Fail,
    };
}
