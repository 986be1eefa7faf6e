using ResNetGen.Architecture.Specs;

namespace ResNetGen.Architecture.Tests.Specs;

public class SpecPathTests
{
    [Theory]
    [InlineData("/a/b/net.resnet.yaml", "base.resnet.yaml", "/a/b/base.resnet.yaml")]
    [InlineData("/a/b/net.resnet.yaml", "../c/./base.resnet.yaml", "/a/c/base.resnet.yaml")]
    [InlineData("net.resnet.yaml", "base.resnet.yaml", "base.resnet.yaml")]
    [InlineData("net.resnet.yaml", "../base.resnet.yaml", "../base.resnet.yaml")]
    [InlineData("a/net.resnet.yaml", "../../base.resnet.yaml", "../base.resnet.yaml")]
    [InlineData(@"C:\a\net.resnet.yaml", @"..\base.resnet.yaml", "C:/base.resnet.yaml")]
    [InlineData("/a/net.resnet.yaml", "/b/base.resnet.yaml", "/b/base.resnet.yaml")]
    [InlineData("/a/net.resnet.yaml", "C:/b/base.resnet.yaml", "C:/b/base.resnet.yaml")]
    [InlineData("/net.resnet.yaml", "../../base.resnet.yaml", "/../../base.resnet.yaml")]
    [InlineData("/a//b/net.resnet.yaml", "c//base.resnet.yaml", "/a/b/c/base.resnet.yaml")]
    public void Resolves_as_seen_from_the_file(string file, string relative, string path) =>
        Assert.Equal(path, SpecPath.Resolve(file, relative));

    [Theory]
    [InlineData("/a/b/net.resnet.yaml", "net.resnet.yaml", true)]
    [InlineData("/a/b/net.resnet.yaml", "b/net.resnet.yaml", true)]
    [InlineData("net.resnet.yaml", "net.resnet.yaml", true)]
    [InlineData("/a/b/net.resnet.yaml", "/net.resnet.yaml", false)]
    [InlineData("/a/mynet.resnet.yaml", "net.resnet.yaml", false)]
    [InlineData("/a/net.resnet.yaml", "", false)]
    [InlineData("/a/net.resnet.yaml", "../net.resnet.yaml", false)]
    public void A_path_ends_in_whole_names(string path, string end, bool ends) => Assert.Equal(ends, SpecPath.EndsIn(path, end));

    [Theory]
    [InlineData("/a/resnet50.resnet.yaml", "resnet50")]
    [InlineData(@"a\RESNET50.RESNET.YAML", "RESNET50")]
    [InlineData("a.b/net.yaml", "net.yaml")]
    [InlineData(".resnet.yaml", "")]
    public void A_specs_name_is_its_files(string path, string name) => Assert.Equal(name, SpecPath.NameOf(path));
}
