using System.Security.Cryptography;
using System.Text;
using ResNetGen.Architecture.Networks;
using ResNetGen.Architecture.Tests.Support;

namespace ResNetGen.Architecture.Tests.Truth;

public class PublishedNetworkTests
{
    public static TheoryData<string> Names => [.. PublishedNetwork.All.Select(n => n["model"])];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_number_is_the_published_one(string name)
    {
        var truth = PublishedNetwork.All.Single(n => n["model"] == name);
        var (network, analysis) = SpecFolder.Compile(name);

        Assert.Equal(name, network.Name);
        Assert.Equal(truth["input"], network.Input.ToString());
        Assert.Equal(truth.Number("params"), analysis.Total.Parameters);
        Assert.Equal(truth.Number("macs"), analysis.Total.Macs);
        Assert.Equal(truth.Number("conv_linear_out_elems"), analysis.Total.Activations);
        Assert.Equal(truth.Number("param_tensors"), analysis.State.Count(e => !e.IsBuffer));
        Assert.Equal(truth.Number("buffers"), analysis.Buffers);
        Assert.Equal(truth.Number("buffer_elems"), analysis.State.Where(e => e.IsBuffer).Sum(e => e.Elements));
        Assert.Equal(truth.Number("state_dict_entries"), analysis.State.Count);
        Assert.Equal(truth.Number("named_depth"), analysis.Depth);
        Assert.Equal(truth.Number("main_path_layers"), analysis.MainPathLayers);

        string[] columns = ["c1", "c2", "c3", "c4", "c5"];
        var published = columns.Where(c => truth[c].Length > 0).Select(c => c + " " + truth[c]);
        Assert.Equal(published, analysis.Taps.Select(t => t.Name + " " + t.Shape));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Keys_and_shapes_hash_to_the_published_value(string name)
    {
        var lines = SpecFolder.Compile(name).Analysis.State.Select(Line).Order(StringComparer.Ordinal);
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))));
        Assert.Equal(PublishedNetwork.All.Single(n => n["model"] == name)["key_sha256_16"], hash[..16]);
    }

    [Fact]
    public void ResNet50_has_the_published_keys()
    {
        var published = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "truth", "keys", "resnet50@224.txt"));
        Assert.Equal(
            published.Order(StringComparer.Ordinal),
            SpecFolder.Compile("resnet50").Analysis.State.Select(Line).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_spec_is_a_published_network_and_every_published_network_has_a_spec() =>
        Assert.Equal(
            PublishedNetwork.All.Select(n => n["model"]).Append("resnet34_C").Order(StringComparer.Ordinal), SpecFolder.Names);

    [Theory]
    [InlineData("resnet34_A", 21.62)]
    [InlineData("resnet34_B", 21.80)]
    [InlineData("resnet34_C", 22.72)]
    public void Shortcut_options_cost_what_the_paper_says(string name, double millions) =>
        Assert.Equal(millions, SpecFolder.Compile(name).Analysis.Total.Parameters / 1e6, 0.005);

    [Fact]
    public void The_parts_add_up_to_the_whole()
    {
        var analysis = SpecFolder.Compile("resnet50").Analysis;
        Assert.Equal(6, analysis.Parts.Count);
        Assert.Equal(9_536, analysis.Parts[0].Parameters); // 3 x 64 x 7 x 7 + 2 x 64
        Assert.Equal(2_049_000, analysis.Parts[5].Parameters); // 2048 x 1000 + 1000
        Assert.Equal(2_048_000, analysis.Parts[5].Macs);
        Assert.Equal(analysis.Total, analysis.Parts.Aggregate((a, b) => a + b));
    }

    private static string Line(StateEntry entry) => entry.Key + ":" + string.Join(',', entry.Shape);
}
