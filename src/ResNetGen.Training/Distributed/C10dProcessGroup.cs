#if !TORCHSHARP
using ResNetGen.LibTorch.Distributed;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace ResNetGen.Training.Distributed;

/// <summary>A group over libtorch's own engine, c10d, which only the embedded backend reaches.</summary>
internal sealed class C10dProcessGroup : IProcessGroup
{
    // A later group of the same processes has keys of its own.
    private static int _groups;

    private readonly C10dStore _store;
    private readonly C10dGroup _group;

    private C10dProcessGroup(C10dStore store, C10dGroup group)
    {
        _store = store;
        _group = group;
    }

    public int Rank => _group.Rank;

    public int WorldSize => _group.WorldSize;

    /// <summary>Joins a group; returns when every process has come.</summary>
    /// <param name="launch">This process's place.</param>
    /// <param name="options">How.</param>
    /// <param name="opened">Told the store's port before the others have come.</param>
    internal static IProcessGroup Join(Launch launch, ProcessGroupOptions options, Action<int>? opened = null)
    {
        var place = device(options.Device);
        string engine = place.type == TorchSharp.DeviceType.CUDA ? "nccl" : "gloo";
        string who = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"rank {launch.Rank} of {launch.WorldSize}");
        C10dStore? store = null;
        try
        {
            if (!C10dLibrary.Engines.Contains(engine, StringComparer.Ordinal))
            {
                throw new ProcessGroupException($"{who}: {options.Device} needs {engine}, but libresnetgen_c10d.so was compiled with {string.Join(", ", C10dLibrary.Engines)} alone");
            }

            store = new C10dStore(launch.Host, launch.Port, launch.HostsStore, options.StartTimeout, message => new ProcessGroupException(
                $"{who}: the store at {launch.Host}:{launch.Port} cannot be {(launch.HostsStore ? "opened" : "reached")}: {message}"));
            opened?.Invoke(store.Port);
            var group = new C10dGroup(store, new()
            {
                Engine = engine,
                Rank = launch.Rank,
                WorldSize = launch.WorldSize,
                Prefix = $"resnetgen/{launch.Attempt}/{Interlocked.Increment(ref _groups)}",
                StartTimeout = options.StartTimeout,
                Timeout = options.Timeout,
                DeviceIndex = Math.Max(place.index, 0),
                StoreOfRank0 = !launch.StoreOfLauncher,
                Failure = message => new ProcessGroupException(message),
            });
            return new C10dProcessGroup(store, group);
        }
        catch (DllNotFoundException exception)
        {
            throw new ProcessGroupException($"{who}: {exception.Message}", exception);
        }
        catch
        {
            store?.Dispose();
            throw;
        }
    }

    public void Broadcast(IReadOnlyList<Tensor> tensors) => _group.Broadcast(tensors);

    public void Sum(Tensor tensor) => _group.Sum(tensor);

    public void Barrier() => _group.Barrier();

    public IGradientReduction ReduceGradients(IReadOnlyList<Parameter> parameters) =>
        new Reduction(_group.ReduceGradients([.. parameters.Where(parameter => parameter.requires_grad)]));

    public IDisposable SynchronizeNorms(nn.Module network) => _group.SynchronizeNorms(network);

    public void Dispose()
    {
        _group.Dispose();
        _store.Dispose();
    }

    /// <summary>c10d's reducer.</summary>
    internal sealed class Reduction(C10dReduction reduction) : IGradientReduction
    {
        internal C10dTimes Times => reduction.Times;

        public void BeforeBackward() => reduction.BeforeBackward();

        public void AfterBackward() => reduction.AfterBackward();

        public void Dispose() => reduction.Dispose();
    }
}
#endif
