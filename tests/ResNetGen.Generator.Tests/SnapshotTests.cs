using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using ResNetGen.Generator.Tests.Support;
using ResNetGen.Generator.Tests.Verification;

namespace ResNetGen.Generator.Tests;

/// <summary>One reviewed file per kind of network; each compiles without a warning.</summary>
public class SnapshotTests
{
    [Fact]
    public Task BasicBlocks() => Verify("resnet18");

    [Fact]
    public Task Bottlenecks() => Verify("resnet50");

    [Fact]
    public Task StrideInTheFirst1x1() => Verify("resnet50_v1");

    [Fact]
    public Task GroupedConvolutions() => Verify("resnext50_32x4d");

    [Fact]
    public Task PaddedShortcuts() => Verify("cifar_resnet20_A");

    [Fact]
    public Task PlainNetwork() => Verify("plain18");

    [Fact]
    public Task DeepStem() => Verify("resnet50c");

    [Fact]
    public Task CifarByAttributeAlone()
    {
        var run = Project.Of("""
            using ResNetGen;

            namespace Zoo;

            [ResNet(Input = new[] { 3, 32, 32 }, Stem = Stem.Conv3x3, Blocks = new[] { 3, 3, 3 }, Widths = new[] { 16, 32, 64 }, Classes = 10)]
            public sealed partial class ResNet20;
            """).Run().IsClean().Compiles();
        return Reviewed.Verify(run);
    }

    [Fact]
    public Task NestedWithoutNamespace()
    {
        var run = Project.Of("""
            public partial struct Outer
            {
                internal partial interface IInner
                {
                    [ResNetGen.ResNet(Block = ResNetGen.Block.Bottleneck, Blocks = new[] { 1, 1 }, StemChannels = 32)]
                    private protected partial class Net;
                }
            }
            """).Run().IsClean().Compiles();
        return Reviewed.Verify(run);
    }

    [Fact]
    public Task ShellOfABadSpec()
    {
        var run = Project.Of("""
            namespace Zoo;

            [ResNetGen.ResNet("bad.resnet.yaml")]
            public partial class Net;

            class User
            {
                TorchSharp.torch.Tensor Run(TorchSharp.torch.Tensor x) => new Net().call(x);
            }
            """)
            .WithSpec("specs/bad.resnet.yaml", "block: botleneck\nstages: [{ blocks: 0 }]\n").Run().Compiles();
        return Reviewed.Verify(run);
    }

    [Theory]
    [InlineData("fr-FR")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    public async Task Another_culture_makes_the_same_files(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new CultureInfo(culture);
            await Verify("resnext50_32x4d", nameof(GroupedConvolutions));
        }
        finally
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = before;
        }
    }

    [Fact]
    public void Every_snapshot_belongs_to_a_test()
    {
        Type[] classes = [typeof(SnapshotTests), typeof(FeatureSnapshotTests)];
        var tests = classes.SelectMany(c => c.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Select(m => m.DeclaringType!.Name + "." + m.Name);
        var snapshots = Directory.EnumerateFiles(Path.Combine(Path.GetDirectoryName(Here())!, "Snapshots"), "*.verified.*")
            .Select(f => Path.GetFileName(f).Split('#')[0].Replace(".verified.txt", "", StringComparison.Ordinal)).Distinct().ToList();
        Assert.NotEmpty(snapshots);
        Assert.Empty(snapshots.Except(tests));
    }

    private static Task Verify(string name, [CallerMemberName] string test = "") =>
        Reviewed.Verify(Zoo.Project(name).Run().IsClean().Compiles(), test: test);

    private static string Here([CallerFilePath] string file = "") => file;
}
