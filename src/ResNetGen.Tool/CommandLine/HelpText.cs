using System.CommandLine;
using ResNetGen.Tool.Reports;

namespace ResNetGen.Tool.CommandLine;

/// <summary>Writes a verb's help: usage, arguments, options, examples that run, exit codes.</summary>
internal static class HelpText
{
    private const int Widest = 100;

    /// <summary>Writes the help of <paramref name="verb"/>.</summary>
    public static void Write(Command verb, TextWriter to)
    {
        var lines = new List<string>();
        lines.AddRange(TextWrap.Lines(verb.Description ?? "", Width));
        Section(lines, "Usage", ["  " + Usage(verb)]);
        if (verb is Root root)
        {
            foreach (var group in root.Groups)
                Section(lines, group.Title, Rows([.. group.Verbs.Select(v => (v.Name, Summary(v)))]));
        }
        else
        {
            Section(lines, "Verbs", Rows([.. VerbPath.Children(verb).Select(v => (v.Name, v.Description ?? ""))]));
        }

        Section(lines, "Arguments", Rows([.. verb.Arguments.Select(a => (a.Name, a.Description ?? ""))]));
        Section(lines, "Options", Rows([.. Options(verb).Select(o => (Label(o), Described(o)))]));
        if (verb is VerbCommand { Examples.Count: > 0 } told)
            Section(lines, "Examples", told.Examples.SelectMany(e => new[] { "  " + e.Line }.Concat(TextWrap.Lines(e.Says, Width - 6).Select(l => Terminal.Dim("      " + l)))));

        var codes = verb is VerbCommand known ? known.ExitCodes : verb is Root ? AllCodes : [];
        Section(lines, "Exit codes", Rows([.. codes.Select(c => (Invariant(c), ExitCode.Describe(c)))]));
        if (verb.Subcommands.Count > 0)
            lines.AddRange(["", $"'{VerbPath.Typed(verb)} VERB --help' tells more of a verb."]);

        foreach (var line in lines)
            to.Write(line.TrimEnd() + "\n");
    }

    private static int Width => Math.Min(Widest, Terminal.Width ?? Widest);

    private static readonly int[] AllCodes =
    [
        ExitCode.Fine, ExitCode.Findings, ExitCode.Usage, ExitCode.BadSpec, ExitCode.BadWeights, ExitCode.InputOutput, ExitCode.Defect, ExitCode.Interrupted,
    ];

    private static void Section(List<string> lines, string title, IEnumerable<string> content)
    {
        var told = content.ToList();
        if (told.Count > 0)
            lines.AddRange(["", Terminal.Bold(title + ":"), .. told]);
    }

    private static string Usage(Command verb) => VerbPath.Typed(verb)
        + (verb.Subcommands.Count > 0 ? " VERB" : "")
        + string.Concat(verb.Arguments.Select(a => " " + Slot(a)))
        + (verb is Root ? "" : " [options]");

    private static string Slot(Argument argument)
    {
        var name = argument.Name + (argument.Arity.MaximumNumberOfValues > 1 ? "..." : "");
        return argument.Arity.MinimumNumberOfValues == 0 ? $"[{name}]" : name;
    }

    // A parent is told by what is below it.
    private static string Summary(Command verb) =>
        verb.Subcommands.Count == 0 ? verb.Description ?? "" : $"{string.Join(", ", VerbPath.Children(verb).Select(c => c.Name))}: {verb.Description}";

    private static IEnumerable<Option> Options(Command verb) =>
        verb.Options.Concat(Above(verb)).Where(o => !o.Hidden).OrderBy(o => o.Recursive ? 1 : 0);

    private static IEnumerable<Option> Above(Command verb)
    {
        for (var parent = verb.Parents.OfType<Command>().FirstOrDefault(); parent is not null; parent = parent.Parents.OfType<Command>().FirstOrDefault())
        {
            foreach (var option in parent.Options.Where(o => o.Recursive))
                yield return option;
        }
    }

    private static string Label(Option option) =>
        string.Join(", ", option.Aliases.Append(option.Name).OrderBy(n => n.Length)) + (option.HelpName is null ? "" : " " + option.HelpName);

    private static string Described(Option option) => (option.Description ?? "")
        + (option.Required ? " Needed." : "")
        + (option is { HasDefaultValue: true, HelpName: not null } && option.GetDefaultValue() is { } usual && usual.ToString() is { Length: > 0 } text
            ? $" [default: {text.ToLowerInvariant()}]"
            : "");

    private static IEnumerable<string> Rows((string Name, string Text)[] rows)
    {
        var indent = rows.Length == 0 ? 0 : Math.Min(30, rows.Max(r => r.Name.Length));
        foreach (var (name, text) in rows)
        {
            var wrapped = TextWrap.Lines(text, Math.Max(20, Width - indent - 4)).ToList();
            if (name.Length > indent)
                yield return "  " + name;

            for (var i = 0; i < wrapped.Count; i++)
                yield return "  " + (i == 0 && name.Length <= indent ? name : "").PadRight(indent) + "  " + wrapped[i];
        }
    }

    private static string Invariant(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
