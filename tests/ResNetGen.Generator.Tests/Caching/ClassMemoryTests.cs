using ResNetGen.Generator.Tests.Support;

namespace ResNetGen.Generator.Tests.Caching;

/// <summary>
/// Classes are read again only where an edit may change what they say. Whatever is edited in whatever order, the outcome
/// is that of a generator which has seen nothing before.
/// </summary>
public class ClassMemoryTests
{
    private const string Other = "/project/Other.cs";

    private static readonly Project Start = Project.Of("""
        using ResNetGen;
        using System.IO;
        namespace Demo;
        [ResNet("a.resnet.yaml")] public partial class A;
        public partial class Outer
        {
            [ResNet(Blocks = new[] { 1 }, Block = Block.Bottleneck)] partial class B;
        }
        """)
        .WithSource("""
        using ResNetGen;
        namespace Demo;
        [ResNet("a.resnet.yaml", Classes = Sizes.Few)] public partial class C;
        [ResNetAttribute("a.resnet.yaml", Activation = Activation.Relu)] public partial class D;
        """, "/project/More.cs")
        .WithSource("namespace Demo { using Small = System.Byte; [ResNetGen.ResNet(\"a.resnet.yaml\", Classes = Small.MaxValue)] partial class F; }", "/project/Alias.cs")
        .WithSource("namespace Demo; class Sizes { public const int Few = Numbers.Five; }", "/project/Sizes.cs")
        .WithSource("namespace Demo; class Numbers { public const int Five = 5; }", "/project/Numbers.cs")
        .WithSource("class Other;", Other)
        .WithSpec("/project/a.resnet.yaml", "stages: [{ blocks: 1 }]\n");

    // Each is legal or not on its own; what counts is that both generators say the same.
    private static readonly Func<Project, Project>[] Edits =
    [
        p => p.WithSource("class Other { int x; }", Other),
        p => p.WithSource("namespace Demo; partial class A : System.IO.MemoryStream;", Other),
        p => p.WithSource("namespace Demo; partial class A : Foo; class Foo;", Other),
        p => p.WithSource("namespace Demo; static partial class A;", Other),
        p => p.WithSource("namespace Demo; partial class Outer { public const int Block = 3; }", Other),
        p => p.WithSource("namespace Demo; partial class Outer<T>;", Other),
        p => p.WithSource("namespace Demo; class ResNetAttribute : System.Attribute { public ResNetAttribute(string s) { } }", Other),
        p => p.WithSource("namespace Demo.ResNetGen { class Block; }", Other),
        p => p.WithSource("namespace TorchSharp; class torch;", Other),
        p => p.WithSource("namespace Demo.System { class Byte; }", Other),
        p => p.WithSource("global using ResNetGen;", Other),
        p => p.WithSource("global using Block = System.Int32;", Other),
        p => p.WithSource("namespace Demo; enum Activation { Relu }", Other),
        p => p.WithSource("namespace Demo; delegate void Block();", Other),
        p => p.WithSource("namespace Demo; public record Activation(int Relu);", Other),
        p => p.WithSource("namespace Demo; [ResNetGen.ResNet(Blocks = new[] { 2 })] partial class E;", Other),
        p => p.WithSource("namespace Demo; class Numbers { public const int Five = 7; }", "/project/Numbers.cs"),
        p => p.WithSource("namespace Demo; class Numbers;", "/project/Numbers.cs"),
        p => p.WithSource("namespace Demo; class Sizes { public const int Few = 0; }", "/project/Sizes.cs"),
        p => p.WithSource(p.Compilation.SyntaxTrees[0].ToString().Replace("using ResNetGen;", "")),
        p => p.WithSource(p.Compilation.SyntaxTrees[0].ToString().Replace("public partial class A", "public class A")),
        p => p.WithSource(p.Compilation.SyntaxTrees[0].ToString() + "\n// more\n"),
        p => p.WithSpec("/project/a.resnet.yaml", "stages: [{ blocks: 3 }]\n"),
        p => p.WithCompilation(c => c.WithOptions(c.Options.WithOverflowChecks(!c.Options.CheckOverflow))),
        _ => Start,
    ];

    [Fact]
    public void Any_edit_gives_what_a_fresh_generator_gives()
    {
        var before = Start.Run();
        foreach (var edit in Edits)
        {
            var edited = edit(Start);
            var there = before.After(edited);
            Same(edited, there);
            Same(Start, there.After(Start));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Edits_in_any_order_give_what_a_fresh_generator_gives(int seed)
    {
        var random = new Random(seed);
        var (project, run) = (Start, Start.Run());
        for (var i = 0; i < 60; i++)
        {
            project = Edits[random.Next(Edits.Length)](project);
            run = run.After(project);
            Same(project, run);
        }
    }

    [Theory]
    [InlineData("using Net = ResNetGen.ResNetAttribute;\n[Net(Blocks = new[] { 1 })] partial class A;")]
    [InlineData("using NetAttribute = ResNetGen.ResNetAttribute;\n[Net(Blocks = new[] { 1 })] partial class A;")]
    [InlineData("namespace N { using Net = global::ResNetGen.ResNetAttribute; [Net(Blocks = new[] { 1 })] partial class A; }")]
    [InlineData("[global::ResNetGen.ResNet(Blocks = new[] { 1 })] partial class A;")]
    [InlineData("[ResNetGen.ResNetAttribute(Blocks = new[] { 1 })] partial class A;")]
    [InlineData("using R = ResNetGen;\n[R::ResNet(Blocks = new[] { 1 })] partial class A;")]
    [InlineData("[System.Obsolete, ResNetGen.@ResNetAttribute(Blocks = new[] { 1 })] partial class A;")]
    public void The_attribute_is_found_under_any_name_that_its_file_gives_it(string source) =>
        Assert.Single(Project.Of(source).Run().IsClean().Sources);

    [Theory]
    [InlineData("[ResNet] partial class A; class ResNetAttribute : System.Attribute;")]
    [InlineData("using Net = System.ObsoleteAttribute;\n[Net] partial class A;")]
    [InlineData("[ResNet] partial class A;")]
    public void Another_attribute_is_none_of_ours(string source) => Assert.Empty(Project.Of(source).Run().IsClean().Sources);

    [Fact]
    public void A_name_for_every_file_is_told()
    {
        var run = Project.Of("global using Net = ResNetGen.ResNetAttribute;").WithSource("[Net(Blocks = new[] { 1 })] partial class A;", Other).Run();
        Assert.Equal("RNG2012", Assert.Single(run.Diagnostics).Id);
        Assert.Empty(Project.Of("global using Net = Mine.ResNetAttribute;\nnamespace Mine { class ResNetAttribute : System.Attribute; }").Run().Diagnostics);
        Assert.Single(Project.Of("global using ResNetGen;").WithSource("[ResNet(Blocks = new[] { 1 })] partial class A;", Other).Run().IsClean().Sources);
    }

    private static void Same(Project project, GeneratorRun run)
    {
        var fresh = project.Run();
        Assert.Equal(fresh.Sources, run.Sources);
        Assert.Equal(fresh.Diagnostics.Select(d => d.ToString()), run.Diagnostics.Select(d => d.ToString()));
    }
}
