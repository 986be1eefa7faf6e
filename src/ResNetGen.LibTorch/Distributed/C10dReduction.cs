using static ResNetGen.LibTorch.Distributed.C10dMethods;

namespace ResNetGen.LibTorch.Distributed;

/// <summary>
/// Sums gradients over the processes of a group in buckets, while backward runs: c10d's <c>Reducer</c>, the engine of PyTorch's
/// <c>DistributedDataParallel</c>, without its division by the number of processes.
/// </summary>
public sealed unsafe class C10dReduction : IDisposable
{
    private readonly C10dHandle _handle;
    private readonly Func<string, Exception> _failure;

    internal C10dReduction(nint handle, Func<string, Exception> failure)
    {
        _handle = new(handle, rd_reduction_free);
        _failure = failure;
    }

    /// <summary>What it has taken so far.</summary>
    public C10dTimes Times
    {
        get
        {
            NativeTimes times;
            rd_reduction_times(_handle, &times);
            return new(times.Steps, times.Buckets, TimeSpan.FromTicks(times.Communication / 100), TimeSpan.FromTicks(times.Waiting / 100));
        }
    }

    /// <summary>Call between forward and backward.</summary>
    public void BeforeBackward() => Check(rd_reduction_before(_handle));

    /// <summary>Call after backward: every gradient is the sum when it returns. A process that fell away is told here, never in backward.</summary>
    public void AfterBackward() => Check(rd_reduction_after(_handle));

    /// <inheritdoc/>
    public void Dispose() => _handle.Dispose();

    private void Check(int status)
    {
        if (status < 0)
        {
            throw _failure(C10dLibrary.LastError());
        }
    }
}
