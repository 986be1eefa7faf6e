namespace ResNetGen.Export.Tests.Specs;

public sealed class SpecTextTests
{
    [Fact]
    public void A_text_becomes_a_network()
    {
        var spec = SpecText.Compile("block: basic\nstages: [{ blocks: 2 }]\n", "folder/small.resnet.yaml");
        Assert.Equal("small", spec.Network.Name);
        Assert.Equal(2, spec.Network.Stages[0].Blocks.Count);
    }

    [Fact]
    public void What_it_extends_is_asked_for_by_path()
    {
        var spec = SpecText.Compile(
            "extends: ../base.resnet.yaml\nshortcut: A\n",
            "folder/small.resnet.yaml",
            path => path == "base.resnet.yaml" ? "stages: [{ blocks: 3 }]\n" : null);
        Assert.Equal(3, spec.Network.Stages[0].Blocks.Count);
    }

    [Fact]
    public void Every_error_has_a_line_with_its_place()
    {
        var refused = Assert.Throws<SpecException>(() => SpecText.Compile("stages: [{ block: 2 }]\nblok: basic\n", "a.resnet.yaml"));
        var lines = refused.Message.Split('\n');
        Assert.True(lines.Length > 1, refused.Message);
        Assert.All(lines, line => Assert.Matches(@"^a\.resnet\.yaml\(\d+,\d+\): error RNG\d{4}: ", line));
    }

    [Fact]
    public void A_base_that_nobody_has_is_an_error() =>
        Assert.Throws<SpecException>(() => SpecText.Compile("extends: nowhere.resnet.yaml\n"));
}
