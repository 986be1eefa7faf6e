using TorchSharp.Modules;

namespace ResNetGen.LibTorch.Distributed;

/// <summary>Batch norms that use all processes' inputs until it is disposed.</summary>
internal sealed class SynchronizedNorms : IDisposable
{
    private readonly IReadOnlyList<BatchNorm> _norms;

    internal SynchronizedNorms(IReadOnlyList<BatchNorm> norms, SynchronizedNorm normalize)
    {
        _norms = norms;
        Set(normalize);
    }

    public void Dispose() => Set(null);

    private void Set(SynchronizedNorm? normalize)
    {
        foreach (BatchNorm norm in _norms)
        {
            norm.Synchronized = normalize;
        }
    }
}
