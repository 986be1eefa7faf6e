using ResNetGen.Tool.CommandLine;
using ResNetGen.Tool.Reports;

namespace ResNetGen.Tool.Weights;

/// <summary>Shows how far a library's work has come, and ends it when a signal asks for that.</summary>
internal sealed class CancellableProgress(Progress progress) : IProgress<long>
{
    public void Report(long value)
    {
        Interruption.Token.ThrowIfCancellationRequested();
        progress.Report(value);
    }
}
