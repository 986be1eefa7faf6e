using ResNetGen.Weights.Nested;
using ResNetGen.Weights.Pickles;
using ResNetGen.Weights.Tests.Support;

namespace ResNetGen.Weights.Tests.Reading;

public sealed class NestedCheckpointTests
{
    [Fact]
    public void Values_beside_a_state_dict_come_back_to_the_bit()
    {
        using var folder = new TemporaryFolder();
        long[] numbers = [0, 1, 255, 256, -1, int.MaxValue, int.MinValue, (long)int.MaxValue + 1, long.MaxValue, long.MinValue];
        double[] fractions = [0, -0.0, 0.1, double.Epsilon, double.MaxValue, double.NaN, double.PositiveInfinity];
        var momentum = ArrayTensor.Float("momentum_buffer", 2, 3);
        NestedCheckpoint.Write(folder["run.pth"], new NestedDict
        {
            { "model", NestedDict.OfState([ArrayTensor.Float("a.weight", 2, 3), ArrayTensor.Float("a.bias", 2), ArrayTensor.Float("empty", 0)]) },
            { "optimizer", new NestedDict { { "state", new NestedDict { { 0, new NestedDict { { "momentum_buffer", momentum } } } } } } },
            { "numbers", numbers },
            { "fractions", fractions },
            { "words", new object?[] { "", "größer\n", null, true, false, 7, new List<object>() } },
            { "seed", (ulong)long.MaxValue },
            { "larger seed", ulong.MaxValue },
        });

        using var read = NestedCheckpoint.Open(folder["run.pth"]);
        Assert.Equal(numbers, List("numbers").Cast<long>());
        Assert.Equal(fractions.Select(BitConverter.DoubleToInt64Bits), List("fractions").Cast<double>().Select(BitConverter.DoubleToInt64Bits));
        var words = List("words");
        Assert.Equal<object>(["", "größer\n", PickleValue.None, true, false, 7L], words.Take(6));
        Assert.Empty(Assert.IsType<PickleList>(words[6]).Items);
        Assert.Equal(long.MaxValue, read.Root.Find("seed"));
        Assert.IsType<PickleOpaque>(read.Root.Find("larger seed"));

        var state = Assert.IsType<PickleDict>(Assert.IsType<PickleDict>(read.Root.Find("optimizer")).Find("state"));
        var (place, value) = Assert.Single(state.Items);
        Assert.Equal(0L, place);
        var tensor = read.Tensor(Assert.IsType<PickleTensor>(Assert.IsType<PickleDict>(value).Find("momentum_buffer")), "momentum_buffer");
        Assert.Equal(States.Of([momentum]), States.Of([tensor]));

        IReadOnlyList<object> List(string key) => Assert.IsType<PickleList>(read.Root.Find(key)).Items;
    }

    [Fact]
    public void The_state_dict_is_found_as_in_any_training_checkpoint()
    {
        using var folder = new TemporaryFolder();
        using var net = States.Scrambled(new Cifar20());
        NestedCheckpoint.Write(folder["run.pth"], new NestedDict { { "step", 3 }, { "model", NestedDict.OfState(ModuleState.Tensors(net)) } });
        using var other = new Cifar20();
        Assert.True(other.LoadWeights(folder["run.pth"]).Fits);
        Assert.Equal(States.Of(net), States.Of(other));
    }

    [Fact]
    public void What_is_no_value_of_a_checkpoint_is_not_written_and_leaves_no_file()
    {
        using var folder = new TemporaryFolder();
        Assert.Throws<NotSupportedException>(() => NestedCheckpoint.Write(folder["run.pth"], new NestedDict { { "time", DateTime.UnixEpoch } }));
        Assert.Empty(folder.Files);
    }

    [Fact]
    public void A_file_of_another_format_or_without_a_dict_is_refused_by_name()
    {
        using var folder = new TemporaryFolder();
        using var net = new Cifar20();
        net.SaveWeights(folder["net.safetensors"]);
        var error = Assert.Throws<CheckpointException>(() => NestedCheckpoint.Open(folder["net.safetensors"]));
        Assert.StartsWith(folder["net.safetensors"], error.Message, StringComparison.Ordinal);
    }
}
