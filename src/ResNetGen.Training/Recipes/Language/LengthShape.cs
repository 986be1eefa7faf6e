using System.Globalization;
using ResNetGen.Architecture.Diagnostics;
using ResNetGen.Architecture.Language;
using ResNetGen.Architecture.Schema;
using ResNetGen.Architecture.Text;
using ResNetGen.Architecture.Values;

namespace ResNetGen.Training.Language;

/// <summary>The length of a run or a moment in it: <c>64000 iterations</c>, <c>90 epochs</c>, <c>1 epoch</c>.</summary>
internal sealed class LengthShape : Shape<TrainingLength>
{
    /// <summary>More than any run has.</summary>
    public const long Maximum = 1_000_000_000_000;

    private static readonly string[] Units = ["iterations", "epochs", "iteration", "epoch"];

    /// <inheritdoc/>
    public override string Expected => "a length such as '64000 iterations' or '90 epochs'";

    /// <summary>The length as a recipe has it.</summary>
    public static string Text(TrainingLength length)
    {
        var unit = length.Unit switch
        {
            TrainingUnit.Iterations => "iteration",
            TrainingUnit.Epochs => "epoch",
            // No unit of a recipe: reading it back says so.
            var other => other.ToString(),
        };
        return string.Create(CultureInfo.InvariantCulture, $"{length.Count} {unit}{(length.Count == 1 ? "" : "s")}");
    }

    internal override JsonObject ToSchema(SharedKeys shared) =>
        new JsonObject().Add("type", "string").Add("pattern", "^[1-9][0-9]{0,11} +(iterations?|epochs?)$");

    internal override bool TryRead(SpecValue value, Findings findings, out TrainingLength result)
    {
        result = TrainingLength.Epochs(1);
        if (value is not SpecScalar scalar || scalar.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries) is not [var number, var unit]
            || !number.TrimStart('-').All(char.IsAsciiDigit))
            return Refuse(value, findings);

        if (Array.IndexOf(Units, unit) is var index && index < 0)
        {
            findings.Add(Rules.UnknownWord, value.Site, Shown(unit), "'iterations' or 'epochs'", NearestWord.Hint(unit, Units));
            return false;
        }

        if (!long.TryParse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var count) || count is < 1 or > Maximum)
        {
            findings.Add(Rules.OutOfRange, value.Site, scalar.Shown, string.Create(CultureInfo.InvariantCulture, $"1 to {Maximum} {unit}"));
            return false;
        }

        result = new TrainingLength(count, index % 2 == 0 ? TrainingUnit.Iterations : TrainingUnit.Epochs);
        return true;

        string Shown(string text) => new SpecScalar(text, IsQuoted: true, value.Site).Shown;
    }
}
