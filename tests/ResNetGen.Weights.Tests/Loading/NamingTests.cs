using ResNetGen.Weights.Tests.Support;
using static TorchSharp.torch;

namespace ResNetGen.Weights.Tests.Loading;

public sealed class NamingTests
{
    [Fact]
    public void A_file_with_timm_s_names_fills_a_network_with_torchvision_s_and_back()
    {
        using var folder = new TemporaryFolder();
        using var ours = States.Scrambled(new Preact());
        using var timm = new PreactOfTimm();
        ours.SaveWeights(folder["ours.pth"]);
        var refused = Assert.Throws<CheckpointException>(() => timm.LoadWeights(folder["ours.pth"]));
        Assert.True(refused.Report!.Missing.Count > 10);
        timm.LoadWeights(folder["ours.pth"], naming: KeyNaming.Torchvision);
        AssertAlike(ours, timm);

        using var back = new Preact();
        timm.SaveWeights(folder["timm.safetensors"]);
        back.LoadWeights(folder["timm.safetensors"], naming: KeyNaming.Timm);
        Assert.Equal(States.Of(ours), States.Of(back));
    }

    [Fact]
    public void Saving_writes_the_names_that_are_asked_for()
    {
        using var folder = new TemporaryFolder();
        using var ours = States.Scrambled(new Preact());
        using var timm = new PreactOfTimm();
        ours.SaveWeights(folder["timm.pth"], naming: KeyNaming.Timm);
        timm.LoadWeights(folder["timm.pth"]);
        AssertAlike(ours, timm);

        using var varied = States.Scrambled(new Varied());
        using var mm = new VariedOfMmpretrain();
        varied.SaveWeights(folder["mm.pth"], naming: KeyNaming.Mmpretrain);
        mm.LoadWeights(folder["mm.pth"]);
        AssertAlike(varied, mm);
    }

    [Fact]
    public void A_detector_s_checkpoint_fills_a_classifier()
    {
        using var source = States.Scrambled(new VariedOfMmpretrain());
        using var net = new Varied();
        var tensors = ModuleState.Tensors(source).Select(t => new Naming.RenamedTensor(
            t, t.Name.StartsWith("fc.", StringComparison.Ordinal) ? "head." + t.Name : "backbone." + t.Name, t.Shape)).ToList<CheckpointTensor>();
        net.LoadWeights(tensors, new LoadOptions { Naming = KeyNaming.Mmpretrain });
        AssertAlike(source, net);
    }

    [Fact]
    public void Names_that_would_fall_together_are_refused()
    {
        var refused = Assert.Throws<ArgumentException>(() => KeyConversion.Convert(
            [ArrayTensor.Float("fc.weight", 2, 2), ArrayTensor.Float("head.fc.weight", 2, 2)], KeyNaming.Torchvision));
        Assert.Contains("'fc.weight' and 'head.fc.weight' would all be called 'fc.weight'", refused.Message, StringComparison.Ordinal);
    }

    // A linear layer and a 1x1 convolution add in another order.
    private static void AssertAlike(nn.Module<Tensor, Tensor> expected, nn.Module<Tensor, Tensor> actual)
    {
        foreach (var (e, a) in Outputs(expected).Zip(Outputs(actual)))
            Assert.Equal(e, a, Math.Abs(e) * 1e-5f);
    }

    private static float[] Outputs(nn.Module<Tensor, Tensor> net)
    {
        net.eval();
        using var _ = no_grad();
        manual_seed(7);
        using var input = randn([2, 3, 32, 32]);
        using var output = net.call(input);
        return output.data<float>().ToArray();
    }
}
