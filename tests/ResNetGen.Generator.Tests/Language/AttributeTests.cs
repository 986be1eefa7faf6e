using System.Reflection;
using ResNetGen.Architecture.Language;
using ResNetGen.Generator.Tests.Support;

namespace ResNetGen.Generator.Tests.Language;

/// <summary>The attribute and YAML say the same things, and make the same code.</summary>
public class AttributeTests
{
    [Fact]
    public void Every_argument_of_the_attribute_has_its_key_and_every_key_its_argument() => Assert.Equal(
        typeof(ResNetAttribute).GetProperties().Where(p => p.CanWrite).Select(p => p.Name).Order(StringComparer.Ordinal),
        AttributeArgument.All.Select(a => a.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_key_of_the_language_can_be_said_in_the_attribute()
    {
        // What has keys of its own is said by those, and a stem that is spelt out needs a file.
        Key[] elsewhere = [SpecKeys.Version, SpecKeys.Extends, SpecKeys.Stem, SpecKeys.Stages, SpecKeys.Head, StemKeys.Convolutions, StemKeys.Pool];
        var keys = SpecKeys.Spec.Keys.Concat(StageKeys.Stage.Keys).Concat(StemKeys.Stem.Keys).Append(SpecKeys.Classes).Except(elsewhere);
        Assert.Equal(keys.Select(k => k.Name).Distinct().Order(), AttributeArgument.All.Select(a => a.Key.Name).Order());
    }

    [Fact]
    public void Every_enum_has_the_words_of_its_key_in_their_order()
    {
        var worded = AttributeArgument.All.Where(a => a.Key.Holds is IWords).ToList();
        foreach (var argument in worded)
        {
            var type = typeof(ResNetAttribute).GetProperty(argument.Name)!.PropertyType;
            Assert.Equal(((IWords)argument.Key.Holds).Members, Enum.GetNames(type));
        }

        var enums = typeof(ResNetAttribute).Assembly.GetExportedTypes().Where(t => t.IsEnum);
        Assert.Equal(enums, worded.Select(a => typeof(ResNetAttribute).GetProperty(a.Name)!.PropertyType).OrderBy(t => Array.IndexOf([.. enums], t)));
    }

    [Fact]
    public void Numbers_and_lists_have_the_types_of_their_keys() => Assert.All(
        AttributeArgument.All.Where(a => a.Key.Holds is not IWords),
        a => Assert.Equal(
            (a.Section, a.Key.Holds) switch
            {
                ("stages", _) or (_, ListShape<int>) => typeof(int[]),
                (_, IdentifierShape) => typeof(string),
                _ => typeof(int),
            },
            typeof(ResNetAttribute).GetProperty(a.Name, BindingFlags.Public | BindingFlags.Instance)!.PropertyType));

    [Theory]
    [InlineData("Blocks = new[] { 1 }", "stages: [{ blocks: 1 }]")]
    [InlineData(
        "Block = Block.Bottleneck, Blocks = new[] { 3, 4, 6, 3 }, Groups = 32, WidthPerGroup = 4",
        "block: bottleneck\ngroups: 32\nwidth_per_group: 4\nstages: [{ blocks: 3 }, { blocks: 4 }, { blocks: 6 }, { blocks: 3 }]")]
    [InlineData(
        "Stem = Stem.Conv3x3, StemChannels = 8, Input = new int[] { 1, 28, 28 }, Blocks = new[] { 2, 2 }, Widths = new[] { 16, 24 }, Strides = new[] { 2, 3 }, Shortcut = Shortcut.B, Classes = 10",
        "input: [1, 28, 28]\nstem: { preset: conv3x3, channels: 8 }\nshortcut: B\nstages:\n  - { blocks: 2, width: 16, stride: 2 }\n  - { blocks: 2, width: 24, stride: 3 }\nhead: { classes: 10 }")]
    [InlineData(
        "Block = Block.Bottleneck, StridePlacement = StridePlacement.V1, Blocks = new[] { 1, 1 }",
        "block: bottleneck\nstride_placement: v1\nstages: [{ blocks: 1 }, { blocks: 1 }]")]
    public void The_same_network_by_attribute_and_by_file_is_the_same_code(string arguments, string yaml)
    {
        var byAttribute = Project.Of($"using ResNetGen;\n[ResNet({arguments})] partial class Net;").Run().IsClean().Compiles().Source;
        var byFile = Project.Of("[ResNetGen.ResNet(\"Net.resnet.yaml\")] partial class Net;").WithSpec("/project/Net.resnet.yaml", yaml).Run().IsClean().Source;
        Assert.Equal(byFile, byAttribute);
    }

    [Fact]
    public void An_attribute_on_top_of_a_file_is_the_file_edited()
    {
        const string yaml = "name: Zoo\nblock: bottleneck\nstages: [{ blocks: 2 }, { blocks: 2 }]\nhead: { classes: 10 }\n";
        var onTop = Project.Of("[ResNetGen.ResNet(\"a.resnet.yaml\", Classes = 7, Blocks = new[] { 3 })] partial class Net;")
            .WithSpec("/project/a.resnet.yaml", yaml).Run().IsClean().Source;
        var edited = Project.Of("[ResNetGen.ResNet(\"a.resnet.yaml\")] partial class Net;")
            .WithSpec("/project/a.resnet.yaml", yaml.Replace("10", "7").Replace("[{ blocks: 2", "[{ blocks: 3")).Run().IsClean().Source;
        Assert.Equal(edited, onTop);
    }
}
