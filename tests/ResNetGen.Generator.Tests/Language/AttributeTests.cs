using System.Reflection;
using ResNetGen.Architecture.Language;
using ResNetGen.Architecture.Text;
using ResNetGen.Generator.Tests.Support;

namespace ResNetGen.Generator.Tests.Language;

/// <summary>The attribute and YAML say the same things, and make the same code.</summary>
public class AttributeTests
{
    [Fact]
    public void Every_argument_of_the_attribute_is_known_and_every_known_one_is_there() => Assert.Equal(
        typeof(ResNetAttribute).GetProperties().Where(p => p.CanWrite).Select(p => p.Name).Order(StringComparer.Ordinal),
        AttributeArgument.All.Select(a => a.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_key_of_the_language_has_its_argument_and_every_argument_its_key()
    {
        var leaves = LanguageWalk.Leaves().ToList();
        var arguments = AttributeArgument.All.Select(a => (a.Path, a.Key)).ToList();

        // Block keys of single stages need a file; a version and a base are nothing to say in C#.
        var inFilesAlone = leaves.Where(l => l.Path.Any(k => k == SpecKeys.Stages) && (l.Path.Count > 1 || l.Key == StageKeys.MultiGrid || IsBlockKey(l.Key)))
            .Concat(leaves.Where(l => l.Key == SpecKeys.Version || l.Key == SpecKeys.Extends));
        Assert.Equal(Texts(leaves.Except(inFilesAlone)), Texts(arguments));

        static bool IsBlockKey(Key key) => SpecKeys.Spec.Keys.Contains(key);
    }

    [Fact]
    public void An_argument_has_one_value_for_each_item_where_its_mapping_is_in_a_list() => Assert.All(
        AttributeArgument.All,
        a => Assert.Equal(a.Path.Count > 0 && a.Path[^1].Holds is ListShape<Section>, a.IsPerItem));

    [Fact]
    public void Every_enum_has_the_words_of_its_key_in_their_order()
    {
        var worded = AttributeArgument.All.Where(a => a.Key.Holds is IWords).ToList();
        foreach (var argument in worded)
        {
            var type = typeof(ResNetAttribute).GetProperty(argument.Name)!.PropertyType;
            Assert.Equal(((IWords)argument.Key.Holds).Members, Enum.GetNames(type));
        }

        // The precision of inference is no word of a spec.
        var enums = typeof(ResNetAttribute).Assembly.GetExportedTypes().Where(t => t.IsEnum && t != typeof(InferencePrecision));
        Assert.Equal(
            enums.Select(t => t.Name).Order(StringComparer.Ordinal),
            worded.Select(a => typeof(ResNetAttribute).GetProperty(a.Name)!.PropertyType.Name).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_argument_has_the_type_of_its_key() => Assert.All(
        AttributeArgument.All.Where(a => a.Key.Holds is not IWords),
        a => Assert.Equal(
            (a.IsPerItem, a.Key.Holds) switch
            {
                (true, _) or (_, ListShape<int>) => typeof(int[]),
                (_, ListShape<bool>) => typeof(bool[]),
                // A tap is a name here.
                (_, ListShape<Said<int>>) => typeof(string[]),
                (_, IdentifierShape) => typeof(string),
                (_, NumberShape) => typeof(double),
                (_, SwitchShape) => typeof(bool),
                (_, IntegerShape or ChoiceShape) => typeof(int),
                var (_, other) => throw new NotSupportedException($"{a.Name}: {other.GetType()}"),
            },
            typeof(ResNetAttribute).GetProperty(a.Name, BindingFlags.Public | BindingFlags.Instance)!.PropertyType));

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

    private static List<string> Texts(IEnumerable<(EquatableArray<Key> Path, Key Key)> keys) =>
        [.. keys.Select(k => string.Join('.', k.Path.Append(k.Key).Select(p => p.Name))).Order(StringComparer.Ordinal)];
}
