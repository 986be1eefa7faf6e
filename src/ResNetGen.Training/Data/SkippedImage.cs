namespace ResNetGen.Training.Data;

/// <summary>A picture that was left out because it cannot be decoded.</summary>
/// <param name="Index">Its place in the source.</param>
/// <param name="Path">How the source describes it: a file's path.</param>
/// <param name="Reason">Why it cannot be decoded.</param>
public sealed record SkippedImage(int Index, string Path, string Reason)
{
    internal static SkippedImage Of(IImageSource source, int index, CorruptImageException problem)
    {
        var path = source.Describe(index);
        var prefix = path + ": ";
        return new SkippedImage(index, path, problem.Message.StartsWith(prefix, StringComparison.Ordinal) ? problem.Message[prefix.Length..] : problem.Message);
    }
}
