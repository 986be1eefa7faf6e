using ResNetGen.Weights.Tests.Building;

namespace ResNetGen.Weights.Tests.Reading;

public sealed class RandomFileTests
{
    private const int Seed = 20261122;

    [Fact]
    public void Random_state_dicts_are_read_back_equal_in_every_format()
    {
        var random = new Random(Seed);
        for (var round = 0; round < 300; round++)
        {
            var state = new RandomStateDict(random);
            var expected = Text(state.Expected);
            Assert.Equal(expected, Text(TemporaryCheckpoint.ReadAll(state.PyTorch(random))));
            Assert.Equal(expected, Text(TemporaryCheckpoint.ReadAll(state.SafeTensors())));
            Assert.Equal(expected, Text(TemporaryCheckpoint.ReadAll(state.Dat())));
        }
    }

    [Fact]
    public void Parts_of_a_tensor_are_read_equal_to_the_whole_in_any_order()
    {
        var random = new Random(Seed + 1);
        for (var round = 0; round < 100; round++)
        {
            var state = new RandomStateDict(random);
            using var file = new TemporaryCheckpoint(state.PyTorch(random));
            using var checkpoint = Checkpoint.Open(file.Path);
            foreach (var (whole, tensor) in state.Expected.Zip(checkpoint.Tensors).Reverse())
            {
                for (var part = 0; part < 5 && tensor.Elements > 0; part++)
                {
                    var start = random.NextInt64(tensor.Elements);
                    var bytes = new byte[random.Next((int)(tensor.Elements - start) + 1) * tensor.Type.Size()];
                    tensor.Read(start, bytes);
                    Assert.Equal(whole.Bytes.AsSpan((int)start * tensor.Type.Size(), bytes.Length).ToArray(), bytes);
                }
            }
        }
    }

    [Theory]
    [InlineData(CheckpointFormat.PyTorch)]
    [InlineData(CheckpointFormat.SafeTensors)]
    [InlineData(CheckpointFormat.TorchSharp)]
    public void A_damaged_file_is_refused_or_read_and_never_anything_else(CheckpointFormat format)
    {
        var random = new Random(Seed + 2 + (int)format);
        var (refused, read) = (0, 0);
        for (var round = 0; round < 60; round++)
        {
            var state = new RandomStateDict(random);
            var good = format switch
            {
                CheckpointFormat.PyTorch => state.PyTorch(random),
                CheckpointFormat.SafeTensors => state.SafeTensors(),
                _ => state.Dat(),
            };
            var expected = Text(state.Expected);
            for (var damage = 0; damage < 40; damage++)
            {
                var before = GC.GetAllocatedBytesForCurrentThread();
                var bytes = Damaged(good, random);
                try
                {
                    var text = Text(TemporaryCheckpoint.ReadAll(bytes));
                    read++;

                    // Its CRC-32s leave an archive no way to be read as something else.
                    if (format == CheckpointFormat.PyTorch)
                        Assert.Equal(expected, text);
                }
                catch (CheckpointException e)
                {
                    refused++;
                    Assert.False(e.Message.Any(char.IsControl), e.Message);
                }

                Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 16 << 20);
            }
        }

        Assert.True(refused > 500 && read > 0, $"{refused} refused, {read} read");
    }

    private static byte[] Damaged(byte[] good, Random random)
    {
        var bytes = good.ToArray();
        switch (random.Next(5))
        {
            case 0:
                return bytes[..random.Next(bytes.Length)];
            case 1:
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
                return bytes;
            case 2:
                var at = random.Next(bytes.Length);
                return [.. bytes[..at], (byte)random.Next(256), .. bytes[at..]];
            case 3:
                var (from, length) = (random.Next(bytes.Length), random.Next(1, 9));
                return [.. bytes[..from], .. bytes[Math.Min(from + length, bytes.Length)..]];
            default:
                bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
                return bytes;
        }
    }

    private static string Text(IEnumerable<WholeTensor> tensors) => string.Join('\n', tensors);
}
