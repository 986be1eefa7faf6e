using System.Globalization;
using ResNetGen.Architecture.Language;
using ResNetGen.Fuzz.Cases;
using ResNetGen.Property.Tests.Specs;

namespace ResNetGen.Fuzz.Mutation;

/// <summary>Changes a case: its texts, its chain of files, its attribute.</summary>
internal sealed class CaseMutation(Dice dice)
{
    private const int MostFiles = 40;

    /// <summary>Returns <paramref name="mutated"/> with one to four things done to it.</summary>
    /// <param name="mutated">The case.</param>
    /// <param name="other">Another case, to take pieces of.</param>
    public FuzzCase Apply(FuzzCase mutated, FuzzCase other)
    {
        for (var i = dice.Pick(1, 1, 1, 2, 2, 3, 4); i > 0; i--)
            mutated = Once(mutated, other);

        return mutated;
    }

    private FuzzCase Once(FuzzCase mutated, FuzzCase other)
    {
        var at = dice.Chance(70) ? 0 : dice.Below(mutated.Files.Length);
        return dice.Below(20) switch
        {
            < 7 => mutated.WithText(at, TextMutation.Apply(mutated.Files[at].Text, dice)),
            < 14 => OfTree(mutated, at, tree => TreeMutation.Apply(tree, Trees.Read(other.Main.Text) ?? tree, dice)),
            14 => Part(mutated),
            15 => Lengthen(mutated),
            < 19 => WithAttribute(mutated),
            _ => dice.Chance(50)
                ? mutated with { Files = mutated.Files.SetItem(0, mutated.Main with { Path = dice.Pick(HostileTexts.FileNames) }) }
                : mutated with { Attribute = [] },
        };
    }

    private FuzzCase OfTree(FuzzCase mutated, int at, Func<Keys, Keys> change) => Trees.Read(mutated.Files[at].Text) is { } tree
        ? mutated.WithText(at, Trees.Write(change(tree), dice))
        : mutated.WithText(at, TextMutation.Apply(mutated.Files[at].Text, dice));

    // The first file becomes two that say the same together.
    private FuzzCase Part(FuzzCase mutated)
    {
        if (mutated.Files.Length >= MostFiles || Trees.Read(mutated.Main.Text) is not { } tree || tree.Find("extends") is not null)
            return mutated;

        var name = FreeName(mutated);
        var (below, above) = new SpecSplit(dice.Seed()).Part(tree, name);
        mutated = mutated.WithText(0, Trees.Write(above, dice));
        return mutated with { Files = mutated.Files.Add(new SpecFile(FolderOf(mutated) + name, Trees.Write(below, dice))) };
    }

    // Files that extend each other, the last the case's first: as many as may be, or one more.
    private FuzzCase Lengthen(FuzzCase mutated)
    {
        var folder = FolderOf(mutated);
        for (var i = dice.Chance(20) ? 33 : 1 + dice.FewOf(4); i > 0 && mutated.Files.Length < MostFiles; i--)
            mutated = mutated with { Files = mutated.Files.Insert(0, new SpecFile(folder + FreeName(mutated), $"extends: {NameOf(mutated)}\n")) };

        return dice.Chance(10) ? mutated.WithText(mutated.Files.Length - 1, $"extends: {NameOf(mutated)}\n") : mutated;
    }

    private FuzzCase WithAttribute(FuzzCase mutated)
    {
        var (argument, type) = dice.Pick(AttributeCode.Arguments);
        var said = mutated.Attribute.RemoveAll(a => a.Name == argument.Name);
        if (said.Length > 0 && dice.Chance(25))
            return mutated with { Attribute = said.RemoveAt(dice.Below(said.Length)) };

        var element = type.IsArray ? type.GetElementType()! : type;
        var count = type.IsArray ? dice.Pick(0, 1, 2, 3, 3, 4, 4, 17) : 1;
        var values = Enumerable.Range(0, count).Select(_ => Value(element, argument.Key)).ToList();
        return mutated with { Attribute = said.Add(new AttributeSaid(argument.Name, [.. values])) };
    }

    // What C# takes for a literal of the type: the attribute's own types keep the rest out.
    private string Value(Type type, Key key)
    {
        if (type.IsEnum)
            return dice.Pick(Enum.GetNames(type));
        if (type == typeof(bool))
            return dice.Pick("true", "false");
        if (type == typeof(string))
            return dice.Chance(70) ? "c" + (1 + dice.FewOf(6)).ToString(CultureInfo.InvariantCulture) : dice.Pick(HostileTexts.Names);
        if (type == typeof(double))
            return dice.Pick("0.0", "0.1", "0.5", "1.0", "-1.0", "1e-5", "1e300", "double.NaN", "double.PositiveInfinity", "0.3", "5e-324");

        return key.Holds is Shape<int> && LegalValues.For(key, dice) is Word word && int.TryParse(word.Text, CultureInfo.InvariantCulture, out _)
            ? word.Text
            : dice.Pick("0", "1", "2", "3", "8", "16", "64", "-1", "224", "int.MaxValue", "int.MinValue");
    }

    private static string FolderOf(FuzzCase said) => said.Main.Path[..(said.Main.Path.LastIndexOf('/') + 1)];

    private static string NameOf(FuzzCase said) => "'" + said.Main.Path[(said.Main.Path.LastIndexOf('/') + 1)..].Replace("'", "''", StringComparison.Ordinal) + "'";

    private static string FreeName(FuzzCase taken)
    {
        for (var i = taken.Files.Length; ; i++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"b{i}.resnet.yaml");
            if (taken.Files.All(f => !f.Path.EndsWith(name, StringComparison.Ordinal)))
                return name;
        }
    }
}
