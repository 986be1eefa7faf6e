using ResNetGen.CodeFixes.Tests.Support;

namespace ResNetGen.CodeFixes.Tests.Refactorings;

/// <summary>The attribute becomes a spec file: its text, its place, and what stays as it was.</summary>
public class AttributeToSpecTests
{
    private const string Base = "version: 1\nname: ground\nblock: bottleneck\nstages: [{ blocks: 1 }, { blocks: 2 }]\nhead: { classes: 100 }\n";

    [Fact]
    public void The_file_is_written_as_a_person_would()
    {
        var project = UserProject.Of(
            "using ResNetGen;\r\n\r\n// größe 😀\r\n  [ Obsolete, ResNet ( Classes = 10 , Blocks = new[] { 3, 4 }, Strides = new int[] { 1, 2 }, Taps = [\"c2\", \"3\"],\r\n"
            + "    Block = Block.Bottleneck, // three\r\n    Norm = Norm.Group, NormGroups = 8, /* of\r\n    * two lines */ NormEps = 1e-5, StemPoolStride = 1,\r\n"
            + "    StemConvChannels = new[] { 8, 16 }, Activation = (Activation)2, Attention = Attention.Eca, Head = Head.Classifier)] // end\r\n  partial class Net { }\r\n"
            + "class ObsoleteAttribute : System.Attribute;\r\n");
        var moved = project.Turn(project.ToSpec());
        Assert.Equal(
            "using ResNetGen;\r\n\r\n// größe 😀\r\n  [ Obsolete, ResNet (\"Net.resnet.yaml\")] // end\r\n  partial class Net { }\r\n"
            + "class ObsoleteAttribute : System.Attribute;\r\n",
            moved.Files["/project/Net.cs"]);
        Assert.Equal(
            """
            # three
            # of
            # two lines
            version: 1
            name: Net
            stem:
              convs:
                - { channels: 8 }
                - { channels: 16 }
              pool: { stride: 1 }
            block: bottleneck
            norm: { kind: group, eps: 1e-5, groups: 8 }
            activation: leaky_relu
            attention: eca
            stages:
              - { blocks: 3, stride: 1 }
              - { blocks: 4, stride: 2 }
            head: { kind: classifier, classes: 10 }
            taps: [c2, "3"]

            """.ReplaceLineEndings("\r\n"),
            moved.Files["/project/Net.resnet.yaml"]);
    }

    [Fact]
    public void An_attribute_on_top_of_a_file_extends_it()
    {
        var project = UserProject.Of("[ResNetGen.ResNet(\"base.resnet.yaml\", Strides = new[] { 2, 1 }, ZeroInitResidual = true)]\npartial class Net;\n")
            .WithSpec("/project/my specs/base.resnet.yaml", Base);
        var moved = project.Turn(project.ToSpec());
        Assert.Equal("[ResNetGen.ResNet(\"Net.resnet.yaml\")]\npartial class Net;\n", moved.Files["/project/Net.cs"]);
        Assert.Equal(
            "version: 1\nname: ground\nextends: \"my specs/base.resnet.yaml\"\nstages:\n  - { stride: 2 }\n  - { stride: 1 }\nzero_init_residual: true\n",
            moved.Files["/project/Net.resnet.yaml"]);
    }

    [Fact]
    public void A_file_that_lies_above_is_extended_by_its_relative_path()
    {
        var project = UserProject.Of("using ResNetGen;\n[ResNet(\"base.resnet.yaml\", NormEval = true)] partial class Net;", "/project/src/deep/Net.cs")
            .WithSpec("/project/specs/base.resnet.yaml", Base);
        var actions = project.Refactorings(new CodeFixes.Refactorings.AttributeToSpec(), 24, "/project/src/deep/Net.cs");
        Assert.Contains("\nextends: ../../specs/base.resnet.yaml\n", project.Turn(Assert.Single(actions)).Files["/project/src/deep/Net.resnet.yaml"], StringComparison.Ordinal);
    }

    // The file says the same as the attribute did, and a warning that only files have would break a build.
    [Fact]
    public void A_warning_that_only_the_file_would_give_is_silenced_in_it()
    {
        var project = UserProject.Of("using ResNetGen;\n[ResNet(\"base.resnet.yaml\", Classes = 7)] partial class Net;").WithSpec("/project/base.resnet.yaml", Base);
        Assert.StartsWith("# resnetgen: disable RNG1022\nversion: 1\n", project.Turn(project.ToSpec()).Files["/project/Net.resnet.yaml"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_exists_is_not_overwritten()
    {
        var project = UserProject.Of("[ResNetGen.ResNet(N = 2)] partial class Net;").WithSpec("/project/net.resnet.yaml", Base).WithSpec("/project/Net2.resnet.yaml", Base);
        Assert.Equal("Move what the attribute says to the spec file 'Net3.resnet.yaml'", project.ToSpec()!.Title);
        Assert.Equal("[ResNetGen.ResNet(\"Net3.resnet.yaml\")] partial class Net;", project.Turn(project.ToSpec()).Files["/project/Net.cs"]);
    }

    [Fact]
    public void The_new_file_lies_beside_the_source_in_the_project_too()
    {
        var project = new UserProject(UserProject.Of("class Other;", "/project/Other.cs").Project
            .AddDocument("Net.cs", "using ResNetGen;\n[ResNet(N = 2)] partial class Net;", ["nets", "small"], "/project/nets/small/Net.cs").Project);
        var moved = project.Turn(Assert.Single(project.Refactorings(new CodeFixes.Refactorings.AttributeToSpec(), 20, "/project/nets/small/Net.cs")));
        var added = Assert.Single(moved.Project.AdditionalDocuments);
        Assert.Equal(("Net.resnet.yaml", "nets/small", "/project/nets/small/Net.resnet.yaml"), (added.Name, string.Join('/', added.Folders), added.FilePath));
    }

    [Theory]
    [InlineData("[ResNet(\"base.resnet.yaml\")] partial class Net;")]
    [InlineData("[ResNet(Blocks = new[] { 0 })] partial class Net;")]
    [InlineData("[ResNet(Blocks = new[] { 1, 2 }, Widths = new[] { 3 })] partial class Net;")]
    [InlineData("[ResNet(Classes = 3)] partial class Net;")]
    [InlineData("[ResNet(\"none.resnet.yaml\", Classes = 3)] partial class Net;")]
    [InlineData("[ResNet(N = 2,\n#if A\nClasses = 3,\n#endif\nHeadBias = false)] partial class Net;")]
    [InlineData("[ResNet(Classes = 3)] partial class Net;\nclass ResNetAttribute : System.Attribute { public int Classes; }")]
    public void Nothing_is_offered_where_nothing_can_move(string source) =>
        Assert.Null(UserProject.Of("using ResNetGen;\n" + source).WithSpec("/project/base.resnet.yaml", Base).ToSpec());
}
