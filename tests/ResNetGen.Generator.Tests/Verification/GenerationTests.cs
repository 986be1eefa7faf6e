using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ResNetGen.Generator.Tests.Verification;

/// <summary>What users' tests ask of ResNetGen.Testing.</summary>
public sealed class GenerationTests
{
    private const string Small = "stages: [{ blocks: 1, width: 8 }]\n";

    [Fact]
    public void A_spec_alone_is_a_project()
    {
        var made = Project.OfSpec(Small).Generate(TestContext.Current.CancellationToken).IsClean().Compiles();

        Assert.Contains("partial class Net", made.Source, StringComparison.Ordinal);
        Assert.Equal("Net.g.cs", Assert.Single(made.Sources).Key);
    }

    [Fact]
    public void What_the_generator_says_is_thrown_where_it_should_say_nothing()
    {
        var made = Project.OfSpec("blok: basic\n" + Small).Generate();

        Assert.Equal("RNG0005", Assert.Single(made.Diagnostics).Id);
        Assert.Contains("unknown key 'blok'", Assert.Throws<GenerationException>(() => made.IsClean()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_compiler_says_is_thrown()
    {
        var made = Project.OfSpec(Small).WithSource("class User { int x = nothing; }", "/project/User.cs").Generate().IsClean();

        Assert.Contains("CS0103", Assert.Throws<GenerationException>(() => made.Compiles()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_source_of_several_is_refused()
    {
        var made = Project.OfSpec(Small).WithSource("[ResNetGen.ResNet(Blocks = new[] { 1 })] partial class Other;", "/project/Other.cs").Generate();

        Assert.StartsWith("2 files", Assert.Throws<GenerationException>(() => made.Source).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Specs_come_from_the_disk_and_references_from_the_test()
    {
        var file = Path.Combine(AppContext.BaseDirectory, "specs", "imagenet", "resnet18.resnet.yaml");
        var reference = CSharpCompilation.Create("library", [CSharpSyntaxTree.ParseText("public class FromLibrary;")], References.Framework, new(OutputKind.DynamicallyLinkedLibrary));

        Project.Of("[ResNetGen.ResNet(\"resnet18.resnet.yaml\")] partial class Net { FromLibrary? Member => null; }")
            .WithSpecFile(file).WithReferences(reference.ToMetadataReference()).Generate().IsClean().Compiles();
    }

    [Fact]
    public void Backend_is_the_one_that_the_test_references()
    {
        Assert.Equal(typeof(TorchSharp.torch).Assembly.Location, References.Backend!.Display);
        Assert.DoesNotContain(References.Backend, Project.Of("", hasTorch: false).Compilation.References);
    }
}
