using System.CommandLine;
using System.CommandLine.Parsing;
using ResNetGen.Architecture.Text;

namespace ResNetGen.Tool.CommandLine;

/// <summary>Says what is wrong with a command line, and what was likely meant.</summary>
internal static class UsageErrors
{
    /// <summary>Prints what is wrong to standard error and returns the exit code.</summary>
    public static int Tell(ParseResult parsed)
    {
        var verb = parsed.CommandResult.Command;
        if (verb.Subcommands.Count > 0 && parsed.UnmatchedTokens.Count == 0)
        {
            HelpText.Write(verb, Console.Error);
            return ExitCode.Usage;
        }

        foreach (var message in Messages(parsed, verb).Distinct(StringComparer.Ordinal))
            Console.Error.WriteLine("resnetgen: " + message);

        Console.Error.WriteLine($"resnetgen: '{VerbPath.Typed(verb)} --help' tells how.");
        return ExitCode.Usage;
    }

    /// <summary>Says that a verb has no such option.</summary>
    public static string UnknownOption(Command verb, string option)
    {
        var known = verb.Parents.OfType<Command>().Append(verb).SelectMany(c => c.Options.Where(o => c == verb || o.Recursive));
        return $"unknown option '{option}'" + NearestWord.Hint(option, known.Where(o => !o.Hidden).Select(o => o.Name));
    }

    /// <summary>Says that a verb has no such verb.</summary>
    public static string UnknownVerb(Command verb, string word)
    {
        if (NearestWord.Find(word, VerbPath.Children(verb).Select(c => c.Name)) is { } nearest)
            return $"unknown verb '{word}'; did you mean '{nearest}'?";

        // Who knows the last word of a verb may not know the first.
        var deep = VerbPath.Leaves(verb).Where(c => !VerbPath.Children(verb).Contains(c)).FirstOrDefault(c => c.Name == word);
        return deep is null ? $"unknown verb '{word}'" : $"unknown verb '{word}'; did you mean '{VerbPath.Of(deep)}'?";
    }

    private static IEnumerable<string> Messages(ParseResult parsed, Command verb)
    {
        if (verb.Subcommands.Count > 0)
        {
            var word = parsed.UnmatchedTokens[0];
            yield return IsOption(word) ? UnknownOption(verb, word) : UnknownVerb(verb, word);
            yield break;
        }

        foreach (var token in parsed.UnmatchedTokens)
            yield return IsOption(token) ? UnknownOption(verb, token) : $"'{token}' is one argument too many";

        foreach (var error in parsed.Errors.Where(e => !parsed.UnmatchedTokens.Any(t => e.Message.Contains($"'{t}'", StringComparison.Ordinal))))
        {
            yield return error.SymbolResult switch
            {
                ArgumentResult { Tokens.Count: 0 } argument => $"'{VerbPath.Of(verb)}' needs {argument.Argument.Name}",
                CommandResult when verb.Arguments.FirstOrDefault(a => parsed.GetResult(a) is null or { Tokens.Count: 0 }) is { } missing =>
                    $"'{VerbPath.Of(verb)}' needs {missing.Name}",
                OptionResult { Tokens.Count: 0 } option => $"'{option.Option.Name}' needs {option.Option.HelpName ?? "a value"}",
                _ => error.Message,
            };
        }
    }

    private static bool IsOption(string token) => token.Length > 1 && token[0] == '-';
}
