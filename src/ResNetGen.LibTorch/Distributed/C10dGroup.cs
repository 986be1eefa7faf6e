using System.Text;
using TorchSharp.Modules;
using static ResNetGen.LibTorch.Distributed.C10dMethods;
using static TorchSharp.torch;

namespace ResNetGen.LibTorch.Distributed;

/// <summary>Processes that train one network together, over libtorch's c10d; every process calls the same members in the same order.</summary>
/// <remarks>An operation that one process does not take part in fails in the others within the timeout; the group cannot be used after that.</remarks>
public sealed unsafe class C10dGroup : IDisposable
{
    private readonly C10dHandle _handle;
    private readonly Func<string, Exception> _failure;

    /// <summary>Joins the group; returns when every process has come.</summary>
    public C10dGroup(C10dStore store, C10dSettings settings)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(settings);
        _failure = settings.Failure;
        Rank = settings.Rank;
        WorldSize = settings.WorldSize;
        fixed (byte* engine = Utf8(settings.Engine), prefix = Utf8(settings.Prefix))
        {
            var native = new NativeSettings
            {
                Engine = engine,
                Prefix = prefix,
                StartMs = (long)settings.StartTimeout.TotalMilliseconds,
                TimeoutMs = (long)settings.Timeout.TotalMilliseconds,
                Rank = settings.Rank,
                Size = settings.WorldSize,
                Device = settings.DeviceIndex,
                StoreOfRank0 = settings.StoreOfRank0 ? 1 : 0,
            };
            _handle = new(Check(rd_group_new(store.Handle, &native)), rd_group_free);
        }
    }

    /// <summary>This process, from 0.</summary>
    public int Rank { get; }

    /// <summary>How many processes.</summary>
    public int WorldSize { get; }

    /// <summary>Gives every process the tensors of rank 0, in place; types and shapes must be the same everywhere.</summary>
    public void Broadcast(IReadOnlyList<Tensor> tensors)
    {
        ArgumentNullException.ThrowIfNull(tensors);
        fixed (nint* handles = Handles(tensors))
        {
            Check(rd_broadcast(_handle, handles, tensors.Count));
        }

        GC.KeepAlive(tensors);
    }

    /// <summary>Replaces a tensor by its sum over all processes, in place.</summary>
    public void Sum(Tensor tensor)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        Check(rd_sum(_handle, tensor.Handle));
        GC.KeepAlive(tensor);
    }

    /// <summary>Waits until every process has come here.</summary>
    public void Barrier() => Check(rd_barrier(_handle));

    /// <summary>Makes backward passes leave the sum over all processes of each parameter's gradient.</summary>
    /// <param name="parameters">Those with gradients, in the order of the network.</param>
    public C10dReduction ReduceGradients(IReadOnlyList<Parameter> parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        fixed (nint* handles = Handles(parameters))
        {
            var reduction = new C10dReduction(Check(rd_reduction_new(_handle, handles, parameters.Count)), _failure);
            GC.KeepAlive(parameters);
            return reduction;
        }
    }

    /// <summary>Makes every batch norm of a network use the statistics of all processes' inputs in training.</summary>
    /// <returns>Gives the norms back their own statistics when it is disposed; to be disposed before the group.</returns>
    public IDisposable SynchronizeNorms(nn.Module network)
    {
        ArgumentNullException.ThrowIfNull(network);
        return new SynchronizedNorms([.. network.modules().Prepend(network).OfType<BatchNorm>()], Normalize);
    }

    /// <inheritdoc/>
    public void Dispose() => _handle.Dispose();

    private Tensor Normalize(Tensor input, Tensor? weight, Tensor? bias, Tensor? mean, Tensor? variance, double momentum, double eps)
    {
        nint result = rd_batch_norm(
            _handle, input.Handle, weight?.Handle ?? 0, bias?.Handle ?? 0, mean?.Handle ?? 0, variance?.Handle ?? 0, momentum, eps);
        GC.KeepAlive(input);
        return Tensor.UnsafeCreateTensor(Check(result));
    }

    private static nint[] Handles(IReadOnlyList<Tensor> tensors)
    {
        var handles = new nint[tensors.Count];
        for (int index = 0; index < handles.Length; index++)
        {
            handles[index] = tensors[index].Handle;
        }

        return handles;
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text + '\0');

    private void Check(int status)
    {
        if (status < 0)
        {
            throw _failure(C10dLibrary.LastError());
        }
    }

    private nint Check(nint result) => result != 0 ? result : throw _failure(C10dLibrary.LastError());
}
