using System.Xml.Linq;
using ResNetGen.Package.Tests.Support;

namespace ResNetGen.Package.Tests;

/// <summary>What lies in the packages, and what they say of themselves.</summary>
public class ContentTests(PackedHouse house)
{
    [Fact]
    public void ResNetGen_holds_attributes_and_generators_and_nothing_else()
    {
        string[] expected =
        [
            "README.md", "ResNetGen.nuspec", "THIRD-PARTY-NOTICES.txt",
            "lib/netstandard2.0/ResNetGen.dll", "lib/netstandard2.0/ResNetGen.xml",
            "build/ResNetGen.props", "build/ResNetGen.targets",
            .. Analyzers("roslyn4.8"), .. Analyzers("roslyn4.14"),
            "analyzers/dotnet/roslyn4.14/cs/ResNetGen.CodeFixes.dll", "schema/resnet.schema.json",
        ];
        Assert.Equal(expected.Order(StringComparer.Ordinal), PackageFile.Entries(house.PackageFile("ResNetGen")));
    }

    [Fact]
    public void Packages_depend_on_no_other_and_need_no_torch_to_restore()
    {
        foreach (var id in new[] { "ResNetGen", "ResNetGen.LibTorch", "ResNetGen.Templates", "ResNetGen.Tool" })
            Assert.DoesNotContain(Nuspec(id).Descendants(), e => e.Name.LocalName == "dependency");

        // Tests run the compiler; the attributes are what they compile against.
        var testing = Nuspec("ResNetGen.Testing").Descendants().Where(e => e.Name.LocalName == "dependency").Select(e => e.Attribute("id")!.Value);
        Assert.Equal(["DiffPlex", "Microsoft.CodeAnalysis.CSharp", "ResNetGen"], testing.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Weights_exports_and_training_stand_on_the_backend_that_they_were_compiled_against()
    {
        Assert.Equal(["ResNetGen.LibTorch", "System.IO.Hashing"], Dependencies("ResNetGen.Weights"));
        Assert.Equal(["Google.Protobuf", "ResNetGen.LibTorch", "ResNetGen.Weights"], Dependencies("ResNetGen.Export"));

        Assert.Equal(["ResNetGen.LibTorch", "ResNetGen.Weights", "Spectre.Console", "System.IO.Hashing"], Dependencies("ResNetGen.Training"));

        // What reads specs and recipes goes with those who read them.
        foreach (var id in new[] { "ResNetGen.Export", "ResNetGen.Training" })
        {
            var entries = PackageFile.Entries(house.PackageFile(id));
            Assert.Contains("lib/net8.0/ResNetGen.Architecture.dll", entries);
            Assert.Contains("lib/net8.0/ResNetGen.YamlDotNet.dll", entries);
        }
    }

    private IEnumerable<string> Dependencies(string id) => Nuspec(id).Descendants()
        .Where(e => e.Name.LocalName == "dependency").Select(e => e.Attribute("id")!.Value).Order(StringComparer.Ordinal);

    [Fact]
    public void Packages_say_what_they_are()
    {
        foreach (var id in new[] { "ResNetGen", "ResNetGen.Export", "ResNetGen.LibTorch", "ResNetGen.Templates", "ResNetGen.Testing", "ResNetGen.Tool", "ResNetGen.Training", "ResNetGen.Weights" })
        {
            var said = Nuspec(id).Descendants().Where(e => !e.HasElements).ToLookup(e => e.Name.LocalName, e => e.Value);
            Assert.Equal(id, said["id"].Single());
            Assert.Equal(PackedHouse.Version, said["version"].Single());
            Assert.Equal("README.md", said["readme"].Single());
            Assert.NotEmpty(said["tags"].Single());
            Assert.True(said["description"].Single().Length > 50);
        }
    }

    [Fact]
    public void The_backend_brings_its_shim_as_source()
    {
        var entries = PackageFile.Entries(house.PackageFile("ResNetGen.LibTorch"));
        Assert.Contains("native/shim.cpp", entries);
        Assert.Contains("native/c10d.cpp", entries);
        Assert.Contains("native/onednn.cpp", entries);
        Assert.Contains("native/boundary.h", entries);
        Assert.Contains("buildTransitive/ResNetGen.LibTorch.targets", entries);
        Assert.DoesNotContain(entries, e => e.EndsWith(".so", StringComparison.Ordinal));
        Assert.Contains("shim comes as source", Description("ResNetGen.LibTorch"));
    }

    [Fact]
    public void The_parsers_licence_goes_with_it() =>
        Assert.Contains("Antoine Aubry", PackageFile.Text(house.PackageFile("ResNetGen"), "THIRD-PARTY-NOTICES.txt"));

    [Theory]
    [InlineData("Embedded", "ResNetGen.Tool", "Compiled against ResNetGen.LibTorch")]
    [InlineData("TorchSharp", "ResNetGen.Tool.TorchSharp", "Compiled against TorchSharp 0.107.0")]
    public async Task What_is_compiled_against_a_backend_says_against_which(string backend, string id, string said)
    {
        var project = Path.Combine(PackedHouse.Checkout, "src", "ResNetGen.Tool", "ResNetGen.Tool.csproj");
        var result = (await CommandLine.Run(PackedHouse.Checkout, "dotnet", "msbuild", project, $"-p:TorchBackend={backend}", "-getProperty:PackageId", "-getProperty:Description")).Succeeds();
        Assert.Contains($"\"PackageId\": \"{id}\"", result.Output);
        Assert.Contains(said, result.Output);
    }

    private static string[] Analyzers(string compiler) =>
        [.. new[] { "Architecture", "Generator", "YamlDotNet" }.Select(n => $"analyzers/dotnet/{compiler}/cs/ResNetGen.{n}.dll")];

    private string Description(string id) => Nuspec(id).Descendants().Single(e => e.Name.LocalName == "description").Value;

    private XDocument Nuspec(string id) => XDocument.Parse(PackageFile.Text(house.PackageFile(id), id + ".nuspec"));
}
