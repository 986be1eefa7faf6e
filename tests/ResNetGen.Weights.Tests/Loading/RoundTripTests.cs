using ResNetGen.Weights.Tests.Support;
using static TorchSharp.torch;

namespace ResNetGen.Weights.Tests.Loading;

public sealed class RoundTripTests
{
    public static TheoryData<string, CheckpointFormat> Formats => new()
    {
        { "net.pth", CheckpointFormat.PyTorch },
        { "net.pt", CheckpointFormat.PyTorch },
        { "net.safetensors", CheckpointFormat.SafeTensors },
        { "net.dat", CheckpointFormat.TorchSharp },
    };

    [Theory]
    [MemberData(nameof(Formats))]
    public void What_is_saved_comes_back_to_the_bit(string name, CheckpointFormat format)
    {
        using var folder = new TemporaryFolder();
        foreach (var make in new Func<nn.Module<Tensor, Tensor>>[] { () => new Cifar20(), () => new Preact(), () => new Varied(), () => new Cifar20Frozen() })
        {
            using var net = States.Scrambled(make());
            using var other = make();
            net.SaveWeights(folder[name]);
            Assert.NotEqual(States.Of(net), States.Of(other));
            var report = other.LoadWeights(folder[name]);
            Assert.Equal(States.Of(net), States.Of(other));
            Assert.True(report.Fits);
            Assert.Equal(net.state_dict().Count, report.Loaded.Count);
            using var checkpoint = Checkpoint.Open(folder[name]);
            Assert.Equal(format, checkpoint.Format);
            Assert.Equal(States.Of(net), States.Of(checkpoint.Tensors));
        }

        Assert.Equal([name], folder.Files);
    }

    [Fact]
    public void The_order_is_PyTorch_s_parameters_and_buffers_of_each_module_together()
    {
        using var net = new Cifar20();
        Assert.Equal(
            ["conv1.weight", "bn1.weight", "bn1.bias", "bn1.running_mean", "bn1.running_var", "bn1.num_batches_tracked", "layer1.0.conv1.weight"],
            ModuleState.Tensors(net).Take(7).Select(t => t.Name));
    }

    [Fact]
    public void TorchSharp_s_own_load_reads_what_is_written_and_its_save_is_read()
    {
        using var folder = new TemporaryFolder();
        using var net = States.Scrambled(new Cifar20());
        using var other = new Cifar20();
        net.SaveWeights(folder["ours.dat"]);
        other.load(folder["ours.dat"]);
        Assert.Equal(States.Of(net), States.Of(other));

        using var third = new Cifar20();
        net.save(folder["theirs.dat"]);
        third.LoadWeights(folder["theirs.dat"]);
        Assert.Equal(States.Of(net), States.Of(third));
    }

    [Fact]
    public void A_checkpoint_may_be_written_over_itself()
    {
        using var folder = new TemporaryFolder();
        using var net = States.Scrambled(new Cifar20());
        net.SaveWeights(folder["net.pth"]);
        using (var checkpoint = Checkpoint.Open(folder["net.pth"]))
            CheckpointWriter.Write(folder["net.pth"], checkpoint.Tensors);

        using var other = new Cifar20();
        other.LoadWeights(folder["net.pth"]);
        Assert.Equal(States.Of(net), States.Of(other));
    }

    [Theory]
    [InlineData("net.pth")]
    [InlineData("net.safetensors")]
    [InlineData("net.dat")]
    public void The_same_weights_give_the_same_bytes(string name)
    {
        using var folder = new TemporaryFolder();
        using var net = new Cifar20();
        net.SaveWeights(folder[name]);
        var first = File.ReadAllBytes(folder[name]);
        net.SaveWeights(folder[name]);
        Assert.Equal(first, File.ReadAllBytes(folder[name]));
    }

    [Fact]
    public void Weights_in_another_memory_format_are_filled_where_they_are()
    {
        using var folder = new TemporaryFolder();
        using var net = States.Scrambled(new Cifar20());
        net.SaveWeights(folder["net.pth"]);
        using var turned = new Turned();
        turned.LoadWeights([.. Checkpoint.Open(folder["net.pth"]).Tensors.Where(t => t.Name == "conv1.weight")]);
        Assert.Equal(States.Of(net)[0], States.Of(turned)[0]);
        Assert.False(turned.Weight.is_contiguous());
    }

    [Fact]
    public void Training_goes_on_with_loaded_weights()
    {
        using var folder = new TemporaryFolder();
        using var net = new Cifar20();
        net.SaveWeights(folder["net.pth"]);
        using var other = new Cifar20();
        other.LoadWeights(folder["net.pth"]);
        Assert.All(other.parameters(), p => Assert.True(p.requires_grad));
        using var input = randn([2, 3, 32, 32]);
        using var output = other.call(input);
        using var loss = output.sum();
        using var optimizer = optim.SGD(other.parameters(), 0.1);
        loss.backward();
        optimizer.step();
        Assert.Empty(States.Of(other).Intersect(States.Of(net)));
    }

    /// <summary>A module whose weight has its channels last.</summary>
    private sealed class Turned : nn.Module
    {
        public Turned()
            : base(nameof(Turned))
        {
            Weight = zeros([16, 3, 3, 3]).permute(0, 3, 1, 2);
            register_buffer("conv1.weight".Replace('.', '_'), Weight);
        }

        public Tensor Weight { get; }

        public override Dictionary<string, Tensor> state_dict(Dictionary<string, Tensor>? destination = null, string? prefix = null) =>
            new(StringComparer.Ordinal) { ["conv1.weight"] = Weight };
    }
}
