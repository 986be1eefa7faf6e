using ResNetGen.Weights.Tests.Building;

namespace ResNetGen.Weights.Tests.Reading;

/// <summary>Pickles that are damaged inside of archives whose CRC-32s are right: nothing but the interpreter stands before them.</summary>
public sealed class PickleMutationTests
{
    [Fact]
    public void Every_byte_of_a_pickle_may_become_any_instruction()
    {
        var good = Checkpoints.StateDict();
        byte[] codes = [.. "(.012FIJKLMNPQRSTUVXabcd}eghijl]opqrst)uGBC"u8, .. Enumerable.Range(0x80, 0x1a).Select(i => (byte)i)];
        for (var at = 0; at < good.Length; at++)
        {
            foreach (var code in codes)
                Try([.. good[..at], code, .. good[(at + 1)..]]);
        }
    }

    [Fact]
    public void Random_instructions_are_refused_or_read_and_never_anything_else()
    {
        var random = new Random(20261123);
        var words = new Func<PickleAssembler, PickleAssembler>[]
        {
            p => p.OrderedDict(), p => p.Mark(), p => p.None(), p => p.Bool(true), p => p.Int(random.Next(-5, 300)), p => p.Int(random.NextInt64()), p => p.Text("weight"),
            p => p.Text("storage"), p => p.Tuple(2, 3), p => p.Tuple(), p => p.Op('t'), p => p.Op('}'), p => p.Op(']'), p => p.Op('a'), p => p.Op('e'), p => p.Op('s'),
            p => p.Op('u'), p => p.Op('R'), p => p.Op('b'), p => p.Op(0x81), p => p.Op('Q'), p => p.Op('q', (byte)random.Next(4)), p => p.Op('h', (byte)random.Next(4)),
            p => p.Global("torch._utils", "_rebuild_tensor_v2"), p => p.Global("torch", "FloatStorage"), p => p.Global("argparse", "Namespace"), p => p.Global("torch", "Size"),
            p => p.Tensor(TensorPart.Good), p => p.Storage("FloatStorage", "0", random.Next(8)), p => p.Op(0x85), p => p.Op(0x86), p => p.Op(0x87), p => p.Op(0x94), p => p.Op(0x8f),
            p => p.Op(0x90), p => p.Op(0x91), p => p.Float(1), p => p.Global("collections", "Counter"), p => p.Global("torch._utils", "_rebuild_parameter"),
            p => p.Op(0x95, [(byte)random.Next(40), 0, 0, 0, 0, 0, 0, 0]),
        };
        for (var round = 0; round < 20_000; round++)
        {
            var pickle = new PickleAssembler(random.Next(2, 6));
            for (var i = random.Next(1, 25); i > 0; i--)
                words[random.Next(words.Length)](pickle);
            Try(pickle.Stop());
        }
    }

    private static void Try(byte[] pickle)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            using var bytes = new MemoryStream(pickle);
            Pickles.PickleReader.Read(bytes, pickle.Length);
        }
        catch (CheckpointException e)
        {
            Assert.False(e.Message.Any(char.IsControl), e.Message);
        }

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 20);
    }
}
