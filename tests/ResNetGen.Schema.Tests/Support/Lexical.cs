using System.Text.RegularExpressions;
using ResNetGen.Architecture.Values;

namespace ResNetGen.Schema.Tests.Support;

/// <summary>
/// What no schema can say: it sees the value that YAML made of a plain scalar, the parser sees how it was written. Each of
/// these has a value in the core schema of YAML that the parser does not give it.
/// </summary>
internal static partial class Lexical
{
    /// <summary>The ways of writing, each with an example on which parser and schema differ.</summary>
    public static IReadOnlyList<(Regex Form, string Example, string Why)> Forms { get; } =
    [
        (OtherSwitch(), "stages: [{ blocks: 1 }]\nconv_bias: True", "a switch is 'true' or 'false' to the parser"),
        (OtherSwitch(), "stages: [{ blocks: 1 }]\nname: True", "an identifier is what it looks like to the parser"),
        (WholeDecimal(), "stages: [{ blocks: 1.0 }]", "a whole number has no point to the parser"),
        (Exponent(), "stages: [{ blocks: 1e2 }]", "a whole number has no exponent to the parser"),
        (Based(), "stages: [{ blocks: 0x10 }]", "a number is decimal to the parser"),
        (PaddedNumber(), "stages: [{ blocks: 1 }]\ntaps: [01]", "a tap's number has no sign and no zeros before it to the parser"),
        (Number(), "extends: 5", "a path that looks like a number is one to YAML: the editor asks for quotes"),
        (Switch(), "extends: true", "a path that looks like a switch is one to YAML: the editor asks for quotes"),
    ];

    /// <summary>Whether a scalar of the spec is written in one of these ways.</summary>
    public static bool Explains(SpecValue value) => value switch
    {
        SpecList list => list.Items.Any(Explains),
        SpecMapping mapping => mapping.Entries.Any(e => e.Key.Text == "extends"
            ? Forms.Any(f => IsPlain(e.Value, f.Form))
            : Explains(e.Value)),
        _ => Forms.Any(f => f.Form != Number() && f.Form != Switch() && IsPlain(value, f.Form)),
    };

    private static bool IsPlain(SpecValue value, Regex form) => value is SpecScalar { IsQuoted: false } scalar && form.IsMatch(scalar.Text);

    [GeneratedRegex("^(True|TRUE|False|FALSE|Null|NULL)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex OtherSwitch();

    [GeneratedRegex(@"^[-+]?[0-9]+\.0*$", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex WholeDecimal();

    [GeneratedRegex(@"^[-+]?[0-9.]+[eE]\+?[0-9]+$", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Exponent();

    [GeneratedRegex("^0[xo]", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Based();

    [GeneratedRegex(@"^(\+[0-9]+|0[0-9]+)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex PaddedNumber();

    [GeneratedRegex(@"^[-+]?[0-9.]+([eE][-+]?[0-9]+)?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Number();

    [GeneratedRegex("^(true|false)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Switch();
}
