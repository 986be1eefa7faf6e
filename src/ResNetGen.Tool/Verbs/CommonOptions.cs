using System.CommandLine;
using ResNetGen.Tool.Reports;

namespace ResNetGen.Tool.Verbs;

/// <summary>The arguments that verbs share.</summary>
internal static class CommonOptions
{
    public static Argument<string[]> Specs()
    {
        var specs = new Argument<string[]>("SPEC")
        {
            Description = "Spec files (.resnet.yaml).",
            Arity = ArgumentArity.OneOrMore,
        };
        // The parser takes an option that it does not know for one more file.
        specs.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(t => t.Value.StartsWith('-')))
                result.AddError($"Unknown option '{token.Value}'.");
        });
        return specs;
    }

    public static Option<Format> Format(Format usual) => new("--format")
    {
        Description = "How the result is printed.",
        DefaultValueFactory = _ => usual,
    };

    public static Option<string?> Output() => new("--output", "-o")
    {
        Description = "The file to write instead of standard output.",
        HelpName = "FILE",
    };

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
            if (result.Tokens.Count > 0 && (!int.TryParse(result.Tokens[0].Value, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var n) || n is < 1 or > 1_000_000))
                result.AddError("'--batch' takes a number from 1 to 1000000.");
        });
        return batch;
    }
}
