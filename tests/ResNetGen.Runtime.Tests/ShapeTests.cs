using System.Security.Cryptography;
using System.Text;
using Xunit;
using static TorchSharp.torch;

namespace ResNetGen.Runtime.Tests;

/// <summary>What runs has the shapes and the keys that were known at compile time.</summary>
public sealed class ShapeTests
{
    // No published implementation was measured for these: their keys are tested against nothing here.
    private static readonly string[] WithoutRow =
    [
        "deeplabv3_resnet101", "mmseg_resnet101_multigrid", "resnet101_faster_rcnn", "resnet34_C", "resnet50_keras_v2", "resnet50_pycls",
        "resnet50_slim", "senet154", "siammask_resnet50", "siamrpn_resnet50", "tutorial_resnet34",
    ];

    public static TheoryData<string, string> Networks
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var network in TestNetwork.All)
            {
                data.Add(network.Name, Devices.Cpu);
                data.Add(network.Name, Devices.Cuda);
            }

            return data;
        }
    }

    [Theory, MemberData(nameof(Networks))]
    public void Maps_and_outputs_have_the_declared_shapes(string name, string device)
    {
        var where = Devices.Get(device);
        var network = TestNetwork.Named(name);
        var smaller = SmallerInput.Of(name);
        using var noGrad = no_grad();
        using var module = network.Create(where);
        using var input = zeros([2, .. smaller?.Input ?? network.Input], device: where);

        var seen = new List<string>();
        var last = input.shape;
        network.Features(module, input, (tap, map) =>
        {
            Assert.Equal([2, .. smaller?.Maps[tap] ?? network.TapShape(tap)], map.shape);
            seen.Add(tap);
            last = map.shape;
        });
        Assert.Equal(network.Taps, seen);

        using var output = module.call(input);
        Assert.Equal(network.HasHead ? [2, network.Fact<int>("Classes")] : last, output.shape);
    }

    [Theory, MemberData(nameof(Networks))]
    public void State_dict_has_the_declared_size(string name, string device)
    {
        var where = Devices.Get(device);
        var network = TestNetwork.Named(name);
        using var module = network.Create(where);

        var state = module.state_dict();

        Assert.Equal(network.Fact<int>("StateDictEntries"), state.Count);
        Assert.Equal(network.Fact<long>("Parameters"), module.parameters().Sum(p => p.numel()));
        Assert.Equal(network.Fact<int>("Buffers"), module.buffers().Count());
        Assert.All(state.Values, value => Assert.Equal(where.type, value.device_type));
        if (WithoutRow.Contains(name))
            return;

        var lines = state.Select(e => e.Key + ":" + string.Join(',', e.Value.shape)).Order(StringComparer.Ordinal);
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))));
        Assert.All(
            TruthTable.Keys.Where(k => k.Model == name),
            row => Assert.Equal(TruthTable.Text(row.Model, row.Input, "key_sha256_16"), hash[..16]));
    }

    [Fact]
    public void Every_other_network_has_a_row_of_the_truth_table_and_every_row_its_network()
    {
        var names = TestNetwork.All.Select(n => n.Name).ToList();

        Assert.Equal(90, names.Count);
        Assert.Equal(names.Where(n => !WithoutRow.Contains(n)).Order(StringComparer.Ordinal), TruthTable.Keys.Select(k => k.Model).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        Assert.Equal(
            "deeplabv3_resnet101 mmseg_resnet101_multigrid resnet101_faster_rcnn siammask_resnet50 siamrpn_resnet50",
            string.Join(' ', TestNetwork.All.Where(n => !n.HasHead).Select(n => n.Name).Order(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData(224, 160)]
    [InlineData(33, 65)]
    public void Other_heights_and_widths_run(int height, int width)
    {
        using var noGrad = no_grad();
        using var network = new ResNet18();
        network.eval();
        using var input = zeros(1, 3, height, width);

        using var logits = network.call(input);
        using var maps = network.Features(input);

        Assert.Equal([1, 1000], logits.shape);
        Assert.Equal([1, 512, (height + 31) / 32, (width + 31) / 32], maps.C5.shape);
    }

    [Fact]
    public void Members_are_typed_down_to_the_convolution()
    {
        using var network = new ResNet101();

        Assert.Equal(23, network.Layer3.Count);
        Assert.Equal([256, 256, 3, 3], network.Layer3[22].Conv2.weight!.shape);
        var first = Assert.IsType<ResNet101.ProjectionBottleneck>(network.Layer3[0]);
        Assert.Equal([1024, 512, 1, 1], first.Downsample.Conv.weight!.shape);
        Assert.All(network.Layer3.Skip(1), block => Assert.IsType<ResNet101.IdentityBottleneck>(block));
    }

    [Fact]
    public void Attribute_lies_on_top_of_the_file()
    {
        using var network = new ResNet18ForSeven();

        Assert.Equal([7, 512], network.Fc.weight!.shape);
        Assert.Equal(7, ResNet18ForSeven.Architecture.Classes);
    }

    [Fact]
    public void Attribute_alone_says_the_same_network_as_a_file()
    {
        using var byFile = new CifarResNet20();
        using var byAttribute = new CifarByAttribute();

        Assert.Equal(Keys(byFile), Keys(byAttribute));
        Assert.Equal(CifarResNet20.Architecture.Macs, CifarByAttribute.Architecture.Macs);

        static List<string> Keys(nn.Module module) => [.. module.state_dict().Select(e => e.Key + ":" + string.Join(',', e.Value.shape))];
    }

    [Theory]
    [InlineData(new long[] { 3, 32, 32 })]
    [InlineData(new long[] { 1, 1, 32, 32 })]
    [InlineData(new long[] { 1, 3, 32, 32, 1 })]
    public void Wrong_input_is_refused_by_name(long[] shape)
    {
        using var network = new CifarResNet20();
        using var input = zeros(shape);

        var exception = Assert.Throws<ArgumentException>(() => network.forward(input));

        Assert.Equal("input", exception.ParamName);
        Assert.StartsWith($"CifarResNet20 takes [N, 3, H, W], not [{string.Join(", ", shape)}].", exception.Message, StringComparison.Ordinal);
    }
}
