using System.CommandLine;
using System.CommandLine.Completions;
using System.CommandLine.Invocation;
using System.Globalization;

namespace ResNetGen.Tool.CommandLine;

/// <summary>What shells ask for completion: <c>resnetgen "[suggest:POS]" "the line behind the command's name"</c>.</summary>
internal sealed class Suggest(SuggestDirective directive) : SynchronousCommandLineAction
{
    /// <summary>A line that is being typed is not yet right.</summary>
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var line = parseResult.Tokens.Count > 1 ? parseResult.Tokens[^1].Value : "";
        var said = parseResult.GetResult(directive)!.Values.FirstOrDefault();
        var at = int.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var position) ? Math.Min(position, line.Length) : line.Length;
        foreach (var completion in Of(parseResult.RootCommandResult.Command, line[..at]))
            parseResult.InvocationConfiguration.Output.Write(completion + "\n");

        return ExitCode.Fine;
    }

    /// <summary>Returns what may stand in place of the last word of a line; options only where a dash begins it.</summary>
    public static IEnumerable<string> Of(Command root, string line)
    {
        var (before, word) = (line[..(line.LastIndexOf(' ') + 1)], line[(line.LastIndexOf(' ') + 1)..]);
        var parsed = root.Parse(before);
        if (parsed.CommandResult.Command.Subcommands.Count > 0 && parsed.UnmatchedTokens.Count > 0)
            return [];

        // A word that is a verb already is none to complete any more, to the parser: it is, as long as no space follows it.
        return parsed.GetCompletions(before.Length).Concat(root.Parse(line).GetCompletions(line.Length)).Select(c => c.InsertText ?? c.Label)
            .Where(c => c.StartsWith(word, StringComparison.Ordinal) && !(c == word && c.EndsWith('/')) && c.StartsWith('-') == word.StartsWith('-'))
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
    }
}
