using ResNetGen.CodeFixes.Tests.Support;

namespace ResNetGen.CodeFixes.Tests;

/// <summary>RNG2004 and RNG2008: the attribute names a spec that exists, or the spec comes to be.</summary>
public class SpecNameTests
{
    private const string Spec = "stages: [{ blocks: 1 }]\n";

    [Theory]
    [InlineData("[ResNetGen.ResNet(\"resnt50.resnet.yaml\")]", "resnet50.resnet.yaml", "[ResNetGen.ResNet(\"resnet50.resnet.yaml\")]")]
    [InlineData("[ResNetGen.ResNet(@\"resnet50\", Classes = 3)]", "resnet50.resnet.yaml", "[ResNetGen.ResNet(\"resnet50.resnet.yaml\", Classes = 3)]")]
    [InlineData("[ResNetGen.ResNet(spec: \"a/Resnet50.resnet.yaml\")]", "resnet50.resnet.yaml", "[ResNetGen.ResNet(spec: \"resnet50.resnet.yaml\")]")]
    [InlineData("[ResNetGen.ResNet(\"resnet50d.resnet.yml\")]", "sub/resnet50d.resnet.yaml", "[ResNetGen.ResNet(\"sub/resnet50d.resnet.yaml\")]")]
    public void A_misspelt_file_becomes_the_nearest(string attribute, string title, string after)
    {
        var project = UserProject.Of(attribute + "\r\npartial class Net;\r\n")
            .WithSpec("/project/specs/resnet50.resnet.yaml", Spec)
            .WithSpec("/project/sub/resnet50d.resnet.yaml", Spec)
            .WithSpec("/project/specs/resnet50d.resnet.yaml", Spec)
            .WithSpec("/project/other/vgg.resnet.yaml", Spec);
        Assert.Equal(after + "\r\npartial class Net;\r\n", project.Fix("RNG2004", $"Change to '{title}'").Files["/project/Net.cs"]);
    }

    [Fact]
    public void Other_mistakes_of_the_attribute_do_not_hide_the_name() => Assert.Contains(
        "Change to 'resnet50.resnet.yaml'",
        UserProject.Of("[ResNetGen.ResNet(\"resnt50.resnet.yaml\", Blocks = new[] { 1, 2 }, Widths = new[] { 3 })] partial class Net;")
            .WithSpec("/project/resnet50.resnet.yaml", Spec).Fixes("RNG2004").Select(f => f.Title));

    [Fact]
    public void The_three_nearest_are_offered_nearest_first()
    {
        var project = UserProject.Of("[ResNetGen.ResNet(\"resnet5.resnet.yaml\")] partial class Net;");
        foreach (var name in new[] { "resnext50", "resnet50d", "resnet50", "vgg", "resnet18xxxxxxxxxxx", "resnet501" })
            project = project.WithSpec($"/project/{name}.resnet.yaml", Spec);

        Assert.Equal(
            ["Change to 'resnet50.resnet.yaml'", "Change to 'resnet501.resnet.yaml'", "Change to 'resnet50d.resnet.yaml'", "Create the spec file 'resnet5.resnet.yaml'"],
            project.Fixes("RNG2004").Select(f => f.Title));
    }

    [Fact]
    public void Fix_all_changes_every_use_of_the_same_misspelling()
    {
        const string source = "[ResNetGen.ResNet(\"resnt50.resnet.yaml\")] partial class A;\n[ResNetGen.ResNet(\"resnt50.resnet.yaml\")] partial class B;\n";
        var project = UserProject.Of(source).WithSource(source.Replace("class A", "class C").Replace("class B", "class D"), "/project/More.cs")
            .WithSpec("/project/resnet50.resnet.yaml", Spec).FixAll("RNG2004", "Change to 'resnet50.resnet.yaml'").Compiles();
        Assert.Equal(source.Replace("resnt", "resnet"), project.Files["/project/Net.cs"]);
        Assert.DoesNotContain("resnt", project.Files["/project/More.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void An_ambiguous_name_becomes_more_of_a_path()
    {
        var project = UserProject.Of("[ResNetGen.ResNet(\"x.resnet.yaml\")] partial class Net;", "/project/src/Net.cs")
            .WithSpec("/project/a/x.resnet.yaml", Spec).WithSpec("/project/b/x.resnet.yaml", Spec).WithSpec("/project/b/a/x.resnet.yaml", Spec);
        Assert.Equal(
            ["Change to '../a/x.resnet.yaml'", "Change to 'b/a/x.resnet.yaml'", "Change to 'b/x.resnet.yaml'"],
            project.Fixes("RNG2008").Select(f => f.Title));
        foreach (var title in project.Fixes("RNG2008").Select(f => f.Title).ToList())
            project.Fix("RNG2008", title);

        Assert.Equal(
            "[ResNetGen.ResNet(\"../a/x.resnet.yaml\")] partial class Net;",
            project.Fix("RNG2008", "Change to '../a/x.resnet.yaml'").Files["/project/src/Net.cs"]);
    }

    [Theory]
    [InlineData("my.resnet.yaml", "my.resnet.yaml", "my")]
    [InlineData("specs/my net.resnet.yaml", "specs/my net.resnet.yaml", "my_net")]
    [InlineData("../my.yaml", "../my.resnet.yaml", "my")]
    [InlineData("", "Net.resnet.yaml", "Net")]
    public void A_missing_file_is_made_beside_the_source(string said, string named, string network)
    {
        var fixedOne = UserProject.Of($"[ResNetGen.ResNet(\"{said}\")]\r\npartial class Net;\r\n", "/project/src/Net.cs")
            .Fix("RNG2004", $"Create the spec file '{named}'");
        var path = Path.GetFullPath(Path.Combine("/project/src", named));
        Assert.Equal($"[ResNetGen.ResNet(\"{named}\")]\r\npartial class Net;\r\n", fixedOne.Files["/project/src/Net.cs"]);
        Assert.Equal(
            $"""
            version: 1
            name: {network}
            block: basic
            stages:
              - {"{"} blocks: 2, width: 64 {"}"}
              - {"{"} blocks: 2, width: 128, stride: 2 {"}"}
              - {"{"} blocks: 2, width: 256, stride: 2 {"}"}
              - {"{"} blocks: 2, width: 512, stride: 2 {"}"}
            head: {"{"} classes: 1000 {"}"}

            """.ReplaceLineEndings("\r\n"),
            fixedOne.Files[path]);
        Assert.Equal(Path.GetFileName(path), fixedOne.Project.AdditionalDocuments.Single().Name);
        Assert.Empty(fixedOne.Findings);
    }

    [Theory]
    [InlineData("a\\u0000b")]
    [InlineData("a*b.resnet.yaml")]
    [InlineData("folder/")]
    [InlineData("..")]
    public void No_file_is_made_of_what_cannot_be_one(string said) =>
        Assert.Empty(UserProject.Of($"[ResNetGen.ResNet(\"{said}\")] partial class Net;").Fixes("RNG2004"));

    [Fact]
    public void A_file_on_the_disk_that_the_project_leaves_out_is_added_as_it_is()
    {
        var folder = Directory.CreateTempSubdirectory("resnetgen-").FullName.Replace('\\', '/');
        try
        {
            const string text = "# größe\r\nstages: [{ blocks: 1 }]\r\n";
            File.WriteAllText(folder + "/left-out.resnet.yaml", text);
            var project = UserProject.Of("[ResNetGen.ResNet(\"left-out.resnet.yaml\")] partial class Net;", folder + "/Net.cs");
            Assert.Equal(["Add 'left-out.resnet.yaml' to the project's additional files"], project.Fixes("RNG2004").Select(f => f.Title));
            var fixedOne = project.Fix("RNG2004", "Add 'left-out.resnet.yaml' to the project's additional files");
            Assert.Equal(text, fixedOne.Files[folder + "/left-out.resnet.yaml"]);
            Assert.Equal(project.Files[folder + "/Net.cs"], fixedOne.Files[folder + "/Net.cs"]);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void A_file_too_large_for_a_spec_is_neither_read_nor_overwritten()
    {
        var folder = Directory.CreateTempSubdirectory("resnetgen-").FullName.Replace('\\', '/');
        try
        {
            File.WriteAllText(folder + "/large.resnet.yaml", new string('#', 2_000_000));
            Assert.Empty(UserProject.Of("[ResNetGen.ResNet(\"large.resnet.yaml\")] partial class Net;", folder + "/Net.cs").Fixes("RNG2004"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
