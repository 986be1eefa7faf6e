using System.CommandLine;

namespace ResNetGen.Tool.CommandLine;

/// <summary>Verbs and the way to them.</summary>
internal static class VerbPath
{
    /// <summary>Returns what one types for a verb behind the command's name: <c>weights inspect</c>.</summary>
    public static string Of(Command verb) => string.Join(' ', Ancestors(verb).Reverse().Select(c => c.Name));

    /// <summary>Returns what one types for a verb: <c>resnetgen weights inspect</c>.</summary>
    public static string Typed(Command verb) => verb is Root ? Name : Name + " " + Of(verb);

    /// <summary>Returns a verb's own verbs that help shows.</summary>
    public static IEnumerable<Command> Children(Command verb) => verb.Subcommands.Where(c => !c.Hidden);

    /// <summary>Returns every verb that does something, below <paramref name="verb"/>.</summary>
    public static IEnumerable<Command> Leaves(Command verb) =>
        verb.Subcommands.SelectMany(c => c.Subcommands.Count == 0 ? [c] : Leaves(c));

    /// <summary>The command's name, as it is installed.</summary>
    public const string Name = "resnetgen";

    private static IEnumerable<Command> Ancestors(Command? verb)
    {
        for (; verb is not null and not Root; verb = verb.Parents.OfType<Command>().FirstOrDefault())
            yield return verb;
    }
}
