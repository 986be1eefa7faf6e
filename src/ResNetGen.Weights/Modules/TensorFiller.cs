using static TorchSharp.torch;

namespace ResNetGen.Weights;

/// <summary>Puts a file's elements into a tensor.</summary>
internal static class TensorFiller
{
    // Spans have lengths of 32 bits; and what must be converted or sent to a GPU is held once more in between.
    private const long LargestPart = 1 << 28;

    /// <summary>Fills the first <paramref name="elements"/> of <paramref name="target"/> in row-major order.</summary>
    public static void Fill(Tensor target, CheckpointTensor source, long elements)
    {
        var isDirect = target.is_cpu() && target.is_contiguous() && TensorTypes.ElementTypeOf(target.dtype) == source.Type;
        var perPart = LargestPart / source.Type.Size();
        if (target.is_contiguous())
        {
            using var row = target.view(-1);
            for (var start = 0L; start < elements; start += perPart)
            {
                var count = Math.Min(perPart, elements - start);
                using var part = row.narrow(0, start, count);
                if (isDirect)
                    source.Read(start, part.bytes);
                else
                    Copy(source, start, count, part);
            }
        }
        else
        {
            // Channels-last weights: their elements lie in another order, so they come in one piece.
            using var whole = target.contiguous();
            Fill(whole, source, elements);
            target.copy_(whole);
        }
    }

    private static void Copy(CheckpointTensor source, long start, long count, Tensor part)
    {
        using var staged = empty([count], TensorTypes.ScalarTypeOf(source.Type));
        source.Read(start, staged.bytes);
        part.copy_(staged);
    }
}
