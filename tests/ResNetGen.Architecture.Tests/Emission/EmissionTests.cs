using System.Globalization;
using ResNetGen.Architecture.Emission;
using ResNetGen.Architecture.Tests.Support;
using ResNetGen.Architecture.Text;

namespace ResNetGen.Architecture.Tests.Emission;

public class EmissionTests
{
    private static readonly CSharpTarget Target = CSharpTarget.TopLevel("Zoo", "Net");

    public static TheoryData<string> Names => [.. SpecFolder.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_machine_writes_the_same_text(string name)
    {
        var spec = SpecFolder.Compile(name);
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
            var expected = CSharpEmitter.Emit(spec, Target);
            Assert.DoesNotContain('\r', expected);
            foreach (var culture in new[] { "fr-FR", "tr-TR", "ar-SA", "fa-IR" })
            {
                CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new CultureInfo(culture);
                Assert.Equal(expected, CSharpEmitter.Emit(SpecFolder.Compile(name), Target));
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = before;
        }
    }

    [Fact]
    public void Messages_are_the_same_in_every_culture()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("fr-FR");
            Assert.Equal(
                "width 100 x width_per_group 3 / 64 is 4.6875, cut to 4 channels per group",
                Spec.Wrong("block: bottleneck\nwidth_per_group: 3\nstages: [{ blocks: 1, width: 100 }]").Message);
            CultureInfo.CurrentCulture = new CultureInfo("tr-TR");
            Assert.EndsWith("did you mean 'width'?", Spec.Wrong("stages: [{ blocks: 1, WIDTH: 100 }]").Message, StringComparison.Ordinal);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("cifar_resnet20_B", "cifar_resnet1202_B")]
    [InlineData("resnet50", "resnet152")]
    [InlineData("resnet18", "resnet34")]
    public void A_deeper_network_is_no_longer_text(string shallow, string deep)
    {
        var (a, b) = (Lines(shallow), Lines(deep));
        Assert.True(Math.Abs(a.Length - b.Length) <= 4, $"{a.Length} lines and {b.Length}");

        // Only numbers differ: facts, counts of blocks and their words in the comments.
        var differing = WithoutSpec(shallow).Except(WithoutSpec(deep)).Count();
        Assert.InRange(differing, 1, 30);
    }

    // Those of CIFAR are shorter: a stage less, no pooling in the stem, a layer less in each block.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Text_of_152_and_1202_layers_is_as_long_as_of_50_within_a_tenth(bool hasEngine)
    {
        var target = Target with { HasEngine = hasEngine };
        var lengths = new[] { "resnet50", "resnet152", "cifar_resnet1202_A", "cifar_resnet1202_B" }
            .Select(n => CSharpEmitter.Emit(SpecFolder.Compile(n), target).Split('\n').Length).ToList();
        Assert.True(lengths.TrueForAll(l => Math.Abs(l - lengths[0]) <= 0.1 * lengths[0]), string.Join(", ", lengths));
    }

    [Fact]
    public void The_namespace_may_be_none_and_types_may_stand_around()
    {
        var target = new CSharpTarget("", "Net", new[] { "partial struct A", "partial class B" }.ToEquatableArray());
        var text = CSharpEmitter.Emit(SpecFolder.Compile("resnet18"), target);
        Assert.DoesNotContain("namespace", text, StringComparison.Ordinal);
        Assert.Contains("\npartial struct A\n{\n    partial class B\n    {\n", text, StringComparison.Ordinal);
        Assert.EndsWith("\n        }\n    }\n}\n", text, StringComparison.Ordinal);
    }

    private static string[] Lines(string name) => CSharpEmitter.Emit(SpecFolder.Compile(name), Target).Split('\n');

    private static string[] WithoutSpec(string name) =>
        GeneratedText.WithoutSpec(CSharpEmitter.Emit(SpecFolder.Compile(name), Target)).Split('\n');
}
