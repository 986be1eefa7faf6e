using System.CommandLine;
using System.CommandLine.Completions;
using System.Globalization;
using ResNetGen.Architecture.Text;
using ResNetGen.Tool.CommandLine;
using ResNetGen.Tool.Reports;
using ResNetGen.Tool.Specs;

namespace ResNetGen.Tool.Verbs;

/// <summary>The arguments that verbs share.</summary>
internal static class CommonOptions
{
    private const string OutputName = "--output";

    private static readonly string[] Formats = [.. Enum.GetNames<Format>().Select(n => n.ToLowerInvariant())];

    public static Argument<string[]> Specs() => WithSpecs(new Argument<string[]>("SPEC")
    {
        Description = "Spec files (.resnet.yaml), or names of the zoo ('resnetgen list'); a file goes before a name.",
        Arity = ArgumentArity.OneOrMore,
    });

    /// <summary>One spec.</summary>
    public static Argument<string> Spec(string name = "SPEC") => WithSpecs(new Argument<string>(name)
    {
        Description = "A spec file (.resnet.yaml), or a name of the zoo ('resnetgen list'); a file goes before a name.",
    });

    public static Option<Format> Format(Format usual)
    {
        var format = new Option<Format>("--format")
        {
            Description = "How the result is printed: " + string.Join(", ", Formats) + ".",
            HelpName = "FORMAT",
            DefaultValueFactory = _ => usual,
            CustomParser = result =>
            {
                var said = result.Tokens[0].Value;
                if (Array.IndexOf(Formats, said) is >= 0 and var known)
                    return (Format)known;

                result.AddError($"'--format {said}' is none of {string.Join(", ", Formats)}{NearestWord.Hint(said, Formats)}");
                return default;
            },
        };
        format.CompletionSources.Clear();
        format.CompletionSources.Add(Formats);
        return format;
    }

    public static Option<string?> Output() => new(OutputName, "-o")
    {
        Description = "The file to write instead of standard output.",
        HelpName = "FILE",
    };

    /// <summary>Whether the result goes to a file.</summary>
    public static bool WritesFile(ParseResult parsed) =>
        parsed.CommandResult.Command.Options.FirstOrDefault(o => o.Name == OutputName) is { } output
        && parsed.GetResult(output) is { Implicit: false };

    public static Option<string?> Input() => new("--input")
    {
        Description = "The input in place of the spec's, as CxHxW: 3x224x224.",
        HelpName = "CxHxW",
    };

    public static Option<int?> Batch()
    {
        var batch = new Option<int?>("--batch")
        {
            Description = "Also work out the memory of activations for so many pictures at once.",
            HelpName = "N",
        };
        batch.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && (!int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var n) || n is < 1 or > 1_000_000))
                result.AddError("'--batch' takes a number from 1 to 1000000.");
        });
        return batch;
    }

    /// <summary>An argument that is one of a few words.</summary>
    public static Argument<string> Word(string name, string description, IReadOnlyCollection<string> words)
    {
        var argument = WithoutOptions(new Argument<string>(name) { Description = $"{description}: {string.Join(", ", words)}." });
        argument.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && result.Tokens[0].Value is [not '-', ..] said && !words.Contains(said, StringComparer.Ordinal))
                result.AddError($"'{said}' is none of {string.Join(", ", words)}{NearestWord.Hint(said, words)}");
        });
        argument.CompletionSources.Add([.. words]);
        return argument;
    }

    /// <summary>An option that takes one of a few words.</summary>
    public static Option<string?> Word(string name, string description, string helpName, IReadOnlyCollection<string> words)
    {
        var option = new Option<string?>(name) { Description = $"{description}: {string.Join(", ", words)}.", HelpName = helpName };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && result.Tokens[0].Value is var said && !words.Contains(said, StringComparer.Ordinal))
                result.AddError($"'{name} {said}' is none of {string.Join(", ", words)}{NearestWord.Hint(said, words)}");
        });
        option.CompletionSources.Add([.. words]);
        return option;
    }

    /// <summary>The parser takes an option that it does not know for one more argument: refuses it.</summary>
    public static T WithoutOptions<T>(T argument)
        where T : Argument
    {
        argument.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(t => t.Value.Length > 1 && t.Value[0] == '-'))
                result.AddError(UsageErrors.UnknownOption(((System.CommandLine.Parsing.CommandResult)result.Parent!).Command, token.Value));
        });
        return argument;
    }

    private static T WithSpecs<T>(T argument)
        where T : Argument
    {
        argument.CompletionSources.Add(context => SpecNames(context));
        return WithoutOptions(argument);
    }

    private static IEnumerable<CompletionItem> SpecNames(CompletionContext context) =>
        SpecCompletion.Of(context.WordToComplete).Select(name => new CompletionItem(name));
}
