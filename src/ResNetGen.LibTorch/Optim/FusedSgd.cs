using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using ResNetGen.LibTorch.Interop;
using TorchSharp;
using static TorchSharp.torch;

namespace ResNetGen.LibTorch;

/// <summary>
/// A step of SGD in one pass over memory, for parameters of float32 on a CPU with fused multiply-adds: parameter, gradient
/// and momentum are read once, where operators read and write them eleven times. In the operators' own arithmetic, so that
/// the results are equal to the bit.
/// </summary>
internal static unsafe class FusedSgd
{
    // Some 64 KiB of each array: enough for a thread, and in its cache.
    private const long ChunkElements = 16384;
    private static readonly Operator Narrow = Operator.Find("aten::narrow");
    private static readonly Operator Zero = Operator.Find("aten::zero_");
    private static readonly Operator EmptyLike = Operator.Find("aten::empty_like");

    private readonly record struct Chunk(nint Parameter, nint Gradient, nint Buffer, int Count, bool IsFirst);

    /// <summary>Whether a parameter is one for this.</summary>
    internal static bool Takes(in SgdUpdate update, in SgdNumbers numbers) =>
        Fma.IsSupported
        && numbers.Momentum != 0
        && IsPlain(update.Parameter)
        && IsPlain(update.Gradient)
        && (update.State.momentum_buffer is not { } buffer || IsPlain(buffer))
        && update.Parameter.NumberOfElements == update.Gradient.NumberOfElements;

    /// <summary>Changes the parameters and their momentum.</summary>
    internal static void Step(IReadOnlyList<SgdUpdate> updates, SgdNumbers numbers)
    {
        var chunks = new List<Chunk>();
        foreach (var update in updates)
        {
            var isFirst = update.State.momentum_buffer is null;
            update.State.momentum_buffer ??= EmptyLike.Invoke(update.Parameter).DetachFromDisposeScope();
            Cut(chunks, update, isFirst);
        }

        var threads = Math.Min(get_num_threads(), chunks.Count);
        if (threads > 1)
        {
            Parallel.For(0, chunks.Count, new ParallelOptions { MaxDegreeOfParallelism = threads }, i => Change(chunks[i], numbers));
        }
        else
        {
            chunks.ForEach(chunk => Change(chunk, numbers));
        }

        foreach (var update in updates)
        {
            CountAsChanged(update.Parameter);
            GC.KeepAlive(update.Gradient);
            GC.KeepAlive(update.State);
        }
    }

    private static bool IsPlain(Tensor tensor) =>
        tensor.dtype == ScalarType.Float32 && tensor.device_type == DeviceType.CPU && tensor.Dimensions > 0 && tensor.is_contiguous();

    private static void Cut(List<Chunk> chunks, in SgdUpdate update, bool isFirst)
    {
        var elements = update.Parameter.NumberOfElements;
        var (parameter, gradient, buffer) =
            (Native.Data(update.Parameter.Handle), Native.Data(update.Gradient.Handle), Native.Data(update.State.momentum_buffer.Handle));
        for (long start = 0; start < elements; start += ChunkElements)
        {
            var offset = (nint)start * sizeof(float);
            chunks.Add(new Chunk(parameter + offset, gradient + offset, buffer + offset, (int)Math.Min(ChunkElements, elements - start), isFirst));
        }
    }

    private static void Change(in Chunk chunk, in SgdNumbers numbers)
    {
        float* p = (float*)chunk.Parameter, g = (float*)chunk.Gradient, b = (float*)chunk.Buffer;
        var (decay, momentum, share, rate) = ((float)numbers.Decay, (float)numbers.Momentum, (float)(1 - numbers.Dampening), (float)-numbers.Rate);
        var whole = chunk.Count - (chunk.Count % 8);
        var sign = Vector256.Create(numbers.Maximize ? -0f : 0f);
        var (decays, momenta, shares, rates) = (
            Vector256.Create(decay),
            Vector256.Create(momentum),
            Vector256.Create(share),
            Vector256.Create(rate));
        for (var i = 0; i < whole; i += 8)
        {
            var value = Avx.LoadVector256(p + i);
            var change = Avx.Xor(Avx.LoadVector256(g + i), sign);
            if (decay != 0)
            {
                change = Fma.MultiplyAdd(value, decays, change);
            }

            var buffer = chunk.IsFirst ? change : Fma.MultiplyAdd(change, shares, Avx.Multiply(Avx.LoadVector256(b + i), momenta));
            Avx.Store(b + i, buffer);
            change = numbers.Nesterov ? Fma.MultiplyAdd(buffer, momenta, change) : buffer;
            Avx.Store(p + i, Fma.MultiplyAdd(change, rates, value));
        }

        for (var i = whole; i < chunk.Count; i++)
        {
            var change = numbers.Maximize ? -g[i] : g[i];
            if (decay != 0)
            {
                change = MathF.FusedMultiplyAdd(p[i], decay, change);
            }

            b[i] = chunk.IsFirst ? change : MathF.FusedMultiplyAdd(change, share, b[i] * momentum);
            change = numbers.Nesterov ? MathF.FusedMultiplyAdd(b[i], momentum, change) : b[i];
            p[i] = MathF.FusedMultiplyAdd(change, rate, p[i]);
        }
    }

    // Autograd refuses to go back through values that an in-place operation has changed since: an empty one counts as such.
    private static void CountAsChanged(Tensor parameter)
    {
        using var nothing = Narrow.Invoke(parameter, 0, 0, 0);
        Zero.InvokeVoid(nothing);
    }
}
