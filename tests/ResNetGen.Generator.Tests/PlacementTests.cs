using ResNetGen.Architecture.Emission;
using ResNetGen.Generator.Tests.Support;

namespace ResNetGen.Generator.Tests;

/// <summary>Where a class may stand, what its file is called, and which spec it finds.</summary>
public class PlacementTests
{
    private const string Mark = "[ResNetGen.ResNet(Blocks = new[] { 1 })] ";

    [Theory]
    [InlineData("public partial class Outer")]
    [InlineData("internal static partial class Outer")]
    [InlineData("partial struct Outer")]
    [InlineData("readonly ref partial struct Outer")]
    [InlineData("partial record Outer(int X)")]
    [InlineData("sealed partial record class Outer")]
    [InlineData("readonly partial record struct Outer(int X)")]
    [InlineData("partial interface Outer")]
    [InlineData("partial class @class")]
    public void A_network_may_be_nested_in_any_partial_type(string outer) =>
        Assert.Single(Project.Of($"namespace Zoo.Deep\n{{\n    {outer}\n    {{\n        {Mark}public sealed partial class Net;\n    }}\n}}\n").Run().IsClean().Compiles().Sources);

    [Theory]
    [InlineData("public sealed partial class Net;")]
    [InlineData("internal abstract partial class Net;")]
    [InlineData("partial class Net : TorchSharp.torch.nn.Module<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor>;")]
    [InlineData("partial class Net : System.ICloneable { public object Clone() => this; }")]
    [InlineData("partial class @class;")]
    [InlineData("partial class größe;")]
    [InlineData("partial class Tensor;")]
    [InlineData("partial class torch;")]
    [InlineData("partial class TorchSharp;")]
    [InlineData("partial class System;")]
    [InlineData("partial class Layer;")]
    [InlineData("partial class Conv;")]
    [InlineData("partial class modules;")]
    [InlineData("[System.Obsolete] partial class Net { public int Mine { get; } } partial class Net;")]
    public void A_network_may_be_any_ordinary_class(string declaration) =>
        Assert.Single(Project.Of($"namespace Zoo;\n{Mark}{declaration}\n").Run().IsClean().Compiles().Sources);

    [Theory]
    [InlineData("namespace Zoo; " + Mark + "partial class Net;", "Zoo.Net.g.cs")]
    [InlineData("namespace @class.@int; " + Mark + "partial class @new;", "class.int.new.g.cs")]
    [InlineData("namespace Zoo { partial class Outer { " + Mark + "partial class Net; } }", "Zoo.Outer+Net.g.cs")]
    [InlineData(Mark + "partial class Net;", "Net.g.cs")]
    public void A_file_is_named_after_its_class(string source, string hint) =>
        Assert.Equal([hint], Project.Of(source).Run().IsClean().Compiles().Sources.Keys);

    [Fact]
    public void Keywords_stay_out_of_names_at_run_time()
    {
        var source = Project.Of(Mark + "partial class @new;").Run().Source;
        Assert.Contains(": base(\"new\")", source, StringComparison.Ordinal);
        Assert.Contains("\"new takes [N, 3, H, W]", source, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_that_differ_in_case_alone_get_files_that_differ_in_more()
    {
        var run = Project.Of($"{Mark}partial class Net;\n{Mark}partial class net;\n{Mark}partial class NET;\n{Mark}partial class NET_1;\n{Mark}partial class Net_2;\n").Run().IsClean().Compiles();
        Assert.Equal(5, run.Sources.Keys.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.Contains("NET.g.cs", run.Sources.Keys); // the first in ordinal order keeps its name
    }

    [Fact]
    public void Two_types_of_one_name_are_the_compilers_error_and_no_crash()
    {
        var run = Project.Of($"namespace A {{ {Mark}partial class Net; }}\npartial class A {{ {Mark}partial class Net; }}\n").Run();
        Assert.DoesNotContain(run.Diagnostics, d => d.Id == "RNG0000");
        Assert.Contains(run.CompilerProblems, p => p.Contains("CS0101", StringComparison.Ordinal));
    }

    [Fact]
    public void Two_annotated_declarations_are_the_compilers_error_and_one_file()
    {
        var run = Project.Of($"{Mark}partial class Net;\n{Mark}partial class Net;\n").Run().IsClean();
        Assert.Single(run.Sources);
        Assert.Contains("CS0579", Assert.Single(run.CompilerProblems), StringComparison.Ordinal);
    }

    [Fact]
    public void A_spec_beside_the_source_wins_over_one_that_ends_alike()
    {
        var run = Project.Of("")
            .WithSource("namespace N; [ResNetGen.ResNet(\"net.resnet.yaml\")] partial class A;", "/project/a/A.cs")
            .WithSource("namespace N; [ResNetGen.ResNet(\"../b/net.resnet.yaml\")] partial class B;", "/project/a/B.cs")
            .WithSource("namespace N; [ResNetGen.ResNet(@\"b\\net.resnet.yaml\")] partial class C;", "/project/C.cs")
            .WithSource("namespace N; [ResNetGen.ResNet(\"/project/a/net.resnet.yaml\")] partial class D;", "/elsewhere/D.cs")
            .WithSpec("/project/a/net.resnet.yaml", "stages: [{ blocks: 1 }]\nhead: { classes: 11 }\n")
            .WithSpec("/project/b/net.resnet.yaml", "stages: [{ blocks: 1 }]\nhead: { classes: 22 }\n").Run().IsClean().Compiles();
        Assert.Equal(
            [("N.A.g.cs", true), ("N.B.g.cs", false), ("N.C.g.cs", false), ("N.D.g.cs", true)],
            run.Sources.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => (s.Key, s.Value.Contains("Classes = 11;", StringComparison.Ordinal))));
    }

    [Fact]
    public void A_spec_is_found_by_the_end_of_its_path_at_a_folders_border()
    {
        var run = Project.Of("[ResNetGen.ResNet(\"net.resnet.yaml\")] partial class Net;")
            .WithSpec("/project/specs/net.resnet.yaml", "stages: [{ blocks: 1 }]")
            .WithSpec("/project/specs/my_net.resnet.yaml", "stages: [{ blocks: 2 }]").Run().IsClean().Compiles();
        Assert.Contains("Name = \"net\"", run.Source, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_member_of_a_network_is_a_name_that_its_class_cannot_have()
    {
        var run = Zoo.Project(Zoo.Names).Run().IsClean().Compiles();
        foreach (var name in Zoo.Names)
        {
            var type = run.Output.GetTypeByMetadataName("Zoo." + name)!;
            Assert.DoesNotContain(type.GetMembers().Where(m => m.CanBeReferencedByName).Select(m => m.Name), n => !CSharpEmitter.IsMember(n));
            // What is made for inference holds its network, and classes that would hide a network of their names.
            Assert.DoesNotContain(type.GetTypeMembers("Inference").Single().GetTypeMembers().Select(m => m.Name), n => !CSharpEmitter.IsMember(n));
            Assert.DoesNotContain(type.GetTypeMembers("Inference").Single().GetTypeMembers().Select(m => m.Name), n => type.GetTypeMembers(n).Length > 0);
        }
    }
}
