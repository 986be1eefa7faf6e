using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;
using ResNetGen.Architecture.Tests.Support;
using ResNetGen.Generator.Tests.Support;

namespace ResNetGen.Generator.Tests.Diagnostics;

/// <summary>Every mistake in the C# around a spec, found once, at the exact token; the other classes are still generated.</summary>
public class ClassMistakeTests
{
    private const string Good = "\n[ResNetGen.ResNet(Blocks = new[] { 1 })] partial class Good;\n";

    [Theory]
    [InlineData("RNG2001", "[ResNetGen.ResNet(Blocks = new[] { 1 })]\nclass «Net»;")]
    [InlineData("RNG2002", "[ResNetGen.ResNet(Blocks = new[] { 1 })] partial class «Net»<T>;")]
    [InlineData("RNG2002", "partial class Outer<T>\n{\n    [ResNetGen.ResNet(Blocks = new[] { 1 })] partial class «Net»;\n}")]
    [InlineData("RNG2003", "class «Outer»\n{\n    [ResNetGen.ResNet(Blocks = new[] { 1 })] partial class Net;\n}")]
    [InlineData("RNG2003", "struct «@struct»\n{\n    partial class Inner\n    {\n        [ResNetGen.ResNet(Blocks = new[] { 1 })] partial class Net;\n    }\n}")]
    [InlineData("RNG2006", "[ResNetGen.ResNet(Blocks = new[] { 1 })] partial record «Net»;")]
    [InlineData("RNG2006", "[ResNetGen.ResNet(Blocks = new[] { 1 })] static partial class «Net»;")]
    [InlineData("RNG2006", "[ResNetGen.ResNet(Blocks = new[] { 1 })] file partial class «Net»;")]
    [InlineData("RNG2006", "[ResNetGen.ResNet(Blocks = new[] { 1 })] partial struct «Net»;")]
    [InlineData("RNG2006", "[ResNetGen.ResNet(Blocks = new[] { 1 })] partial interface «Net»;")]
    [InlineData("RNG2006", "[ResNetGen.ResNet(Blocks = new[] { 1 })] partial record struct «Net»;")]
    [InlineData("RNG2007", "[ResNetGen.ResNet(Blocks = new[] { 1 })] partial class «Net» : System.IO.MemoryStream;")]
    [InlineData("RNG2007", "class Module<A, B>;\n[ResNetGen.ResNet(Blocks = new[] { 1 })] partial class «Net» : Module<int, int>;")]
    [InlineData("RNG2010", "[ResNetGen.ResNet(Blocks = new[] { 1 })] partial class «Bottleneck»;")]
    [InlineData("RNG2010", "[ResNetGen.ResNet(Blocks = new[] { 1 })] partial class «Layer1»;")]
    [InlineData("RNG2010", "[ResNetGen.ResNet(Blocks = new[] { 1 })] partial class «Architecture»;")]
    [InlineData("RNG2010", "[ResNetGen.ResNet(Blocks = new[] { 1 })] partial class «@forward»;")]
    public void A_class_that_cannot_be_filled_gets_nothing(string rule, string marked)
    {
        var run = Found.One(rule, marked + Good);
        Assert.Equal(["Good.g.cs"], run.Sources.Keys);
    }

    [Theory]
    [InlineData("RNG2005", "[«ResNetGen.ResNet»] partial class Net;")]
    [InlineData("RNG2005", "[«ResNetGen.ResNet(Classes = 3)»] partial class Net;")]
    [InlineData("RNG2005", "[«ResNetGen.ResNet(Blocks = null)»] partial class Net;")]
    [InlineData("RNG2004", "[ResNetGen.ResNet(«\"resnt50.resnet.yaml\"»)] partial class Net;")]
    [InlineData("RNG2004", "[ResNetGen.ResNet(«\"\"», Classes = 3)] partial class Net;")]
    [InlineData("RNG2008", "[ResNetGen.ResNet(«\"twice.resnet.yaml\"»)] partial class Net;")]
    [InlineData("RNG0008", "[ResNetGen.ResNet(Blocks = new[] { 1, «0» })] partial class Net;")]
    [InlineData("RNG0008", "[ResNetGen.ResNet(Blocks = new int[] { 1, 2, «-3» })] partial class Net;")]
    [InlineData("RNG0008", "[ResNetGen.ResNet(Blocks = new[] { «1_000_000_000» })] partial class Net;")]
    [InlineData("RNG0008", "[ResNetGen.ResNet(Blocks = new[] { 1 }, Widths = new[] { «-64» })] partial class Net;")]
    [InlineData("RNG0008", "[ResNetGen.ResNet(Blocks = new[] { 1 }, Classes = «-1»)] partial class Net;")]
    [InlineData("RNG0008", "[ResNetGen.ResNet(Blocks = new[] { 1 }, Groups = «0»)] partial class Net;")]
    [InlineData("RNG0008", "[ResNetGen.ResNet(Blocks = new[] { 1 }, Input = new[] { 3, «0», 224 })] partial class Net;")]
    [InlineData("RNG0008", "static class N { public const int Zero = 0; }\n[ResNetGen.ResNet(Blocks = new[] { «N.Zero» })] partial class Net;")]
    [InlineData("RNG0009", "[ResNetGen.ResNet(Blocks = new[] { 1 }, Block = «(ResNetGen.Block)7»)] partial class Net;")]
    [InlineData("RNG0009", "[ResNetGen.ResNet(Blocks = new[] { 1 }, Stem = «(ResNetGen.Stem)(-1)»)] partial class Net;")]
    [InlineData("RNG0011", "[ResNetGen.ResNet(Blocks = new[] { 1 }, Name = «\"a b\"»)] partial class Net;")]
    [InlineData("RNG0014", "[ResNetGen.ResNet(Blocks = new[] { 1, 1 }, Widths = «new[] { 1, 2, 3 }»)] partial class Net;")]
    [InlineData("RNG0014", "[ResNetGen.ResNet(Widths = «new[] { 1, 2, 3 }», Blocks = new[] { 1, 1 })] partial class Net;")]
    [InlineData("RNG0014", "[ResNetGen.ResNet(Blocks = new[] { 1 }, Input = «new[] { 3, 224 }»)] partial class Net;")]
    [InlineData("RNG0014", "[ResNetGen.ResNet(Blocks = «new int[0]»)] partial class Net;")]
    [InlineData("RNG1001", "[ResNetGen.ResNet(Block = ResNetGen.Block.Bottleneck, Blocks = new[] { 1 }, Widths = new[] { «9» }, Groups = 2)] partial class Net;")]
    [InlineData("RNG1002", "[ResNetGen.ResNet(Blocks = new[] { 1, 1 }, Input = «new[] { 3, 2, 2 }»)] partial class Net;")]
    [InlineData("RNG1005", "[ResNetGen.ResNet(Blocks = new[] { 1 }, WidthPerGroup = «4»)] partial class Net;")]
    public void An_attribute_that_says_no_network_leaves_the_shell(string rule, string marked)
    {
        const string user = "class User { TorchSharp.torch.Tensor F(TorchSharp.torch.Tensor x) => new Net().forward(x); }\n";
        var run = Found.One(rule, marked + Good + user, p => p
            .WithSpec("/project/resnet50.resnet.yaml", "stages: [{ blocks: 1 }]")
            .WithSpec("/project/a/twice.resnet.yaml", "stages: [{ blocks: 1 }]")
            .WithSpec("/project/b/twice.resnet.yaml", "stages: [{ blocks: 1 }]"));
        Assert.Equal(["Good.g.cs", "Net.g.cs"], run.Compiles().Sources.Keys.Order(StringComparer.Ordinal));
        Assert.Contains("The spec of this class has errors", run.Sources["Net.g.cs"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[ResNetGen.ResNet(\"resnt50.resnet.yaml\")] partial class Net;", "no spec file 'resnt50.resnet.yaml' among the project's additional files; did you mean 'resnet50.resnet.yaml'?")]
    [InlineData("[ResNetGen.ResNet(\"twice.resnet.yaml\")] partial class Net;", "'twice.resnet.yaml' could be any of '/project/a/twice.resnet.yaml', '/project/b/twice.resnet.yaml': write more of the path")]
    [InlineData("class Outer { [ResNetGen.ResNet(\"resnet50.resnet.yaml\")] partial class Net; }", "'Outer' must be partial, because the network 'Net' is nested in it")]
    [InlineData("[ResNetGen.ResNet(Blocks = new[] { 1 }, Widths = new[] { 1, 2 })] partial class Net;", "expected as many values as Blocks has, 1, found 2")]
    [InlineData("[ResNetGen.ResNet(Blocks = new[] { 1 }, Block = (ResNetGen.Block)7)] partial class Net;", "unknown word '7': expected 'basic', 'bottleneck', 'preact_basic' or 'preact_bottleneck'")]
    public void The_message_says_what_to_do(string source, string message)
    {
        var run = Project.Of(source)
            .WithSpec("/project/resnet50.resnet.yaml", "stages: [{ blocks: 1 }]")
            .WithSpec("/project/a/twice.resnet.yaml", "stages: [{ blocks: 1 }]")
            .WithSpec("/project/b/twice.resnet.yaml", "stages: [{ blocks: 1 }]").Run();
        Assert.Equal(message, Assert.Single(run.Diagnostics).GetMessage(CultureInfo.InvariantCulture));
    }

    [Fact]
    public void A_project_without_TorchSharp_is_told_once_per_class()
    {
        var (text, site) = Marked.Parse("[ResNetGen.ResNet(Blocks = new[] { 1 })] partial class «Net»;", Found.SourcePath);
        var run = Project.Of(text, hasTorch: false).Run();
        Found.At("RNG2009", site, Assert.Single(run.Diagnostics));
        Assert.Empty(run.Sources);
    }

    [Fact]
    public void Old_CSharp_is_told_and_CSharp_10_is_enough()
    {
        var (text, site) = Marked.Parse("[ResNetGen.ResNet(Blocks = new[] { 1 })] partial class «Net» { }", Found.SourcePath);
        var run = Project.Of(text, LanguageVersion.CSharp9).Run();
        Found.At("RNG2011", site, Assert.Single(run.Diagnostics));
        Assert.Empty(run.Sources);

        Assert.Single(Project.Of(text, LanguageVersion.CSharp10).Run().IsClean().Compiles().Sources);
    }

    [Fact]
    public void Every_mistake_of_a_class_is_found_at_once()
    {
        var run = Project.Of("class Outer { [ResNetGen.ResNet(Blocks = new[] { 1 }, Widths = new[] { 1, 2 })] record Net<T>; }").Run();
        Assert.Equal(["RNG2003", "RNG0014", "RNG2001", "RNG2002", "RNG2006"], run.Diagnostics.Select(d => d.Id));
    }

    [Fact]
    public void Code_that_does_not_compile_is_left_to_the_compiler()
    {
        var run = Project.Of("""
            [ResNetGen.ResNet(Blocks = "three")] partial class A;
            [ResNetGen.ResNet(Blocks = new[] { x })] partial class B;
            [ResNetGen.ResNet(3, Blok = 4)] partial class C;
            [ResNetGen.ResNet(] partial class D;
            [ResNetGen.ResNet(Blocks = new[] { 1 }, Blocks = new[] { 2 })] partial class E;
            [ResNetGen.ResNet(Blocks = new[] { 1 })] partial class ;
            [ResNetGen.ResNet(Blocks = new[] { 1 })] void F() { }
            """).Run();
        Assert.DoesNotContain(run.Diagnostics, d => d.Id == "RNG0000");
    }
}
