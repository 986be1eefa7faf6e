using ResNetGen.Architecture.Diagnostics;
using ResNetGen.Architecture.Emission;
using ResNetGen.Architecture.Specs;
using ResNetGen.Architecture.Tests.Support;

namespace ResNetGen.Architecture.Tests.Yaml;

public class StandaloneTextTests
{
    public static TheoryData<string> Names => [.. SpecFolder.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void It_gives_the_same_network_without_any_other_file(string name)
    {
        var spec = SpecFolder.Compile(name);
        var alone = Compile(spec.Text);
        Assert.Equal(spec.Network, alone.Network);
        Assert.Equal(spec.Text, alone.Text);
    }

    [Fact]
    public void A_variant_s_text_names_no_base()
    {
        var text = Spec.Right("extends: base.resnet.yaml\nstride_placement: v1\n", ("base.resnet.yaml", "name: base\nblock: bottleneck\nstages: [{ blocks: 1 }]\n")).Text;
        Assert.Equal("version: 1\nname: net\nblock: bottleneck\nstride_placement: v1\nstages:\n  - { blocks: 1 }\n", text);
    }

    [Fact]
    public void The_class_quotes_it()
    {
        var spec = SpecFolder.Compile("resnet50_v1");
        var code = CSharpEmitter.Emit(spec, CSharpTarget.TopLevel("", "Net"));
        var quoted = code.Split('\n').Select(l => l.Trim()).SkipWhile(l => l != "public const string Spec =").Skip(1)
            .TakeWhile(l => l.Length > 0).Select(l => l.TrimEnd(' ', '+', ';').Trim('"').Replace("\\n", "\n", StringComparison.Ordinal));
        Assert.Equal(spec.Text, string.Concat(quoted));
    }

    private static CompiledSpec Compile(string text)
    {
        var findings = new Findings();
        var document = SpecDocument.Parse("other.resnet.yaml", text);
        var compiled = CompiledSpec.Compile(document.Values!, document.FallbackName, findings, TestContext.Current.CancellationToken);
        Assert.Empty(document.Findings.Concat(findings.ToArray()));
        return compiled!;
    }
}
