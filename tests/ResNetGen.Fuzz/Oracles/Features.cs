using ResNetGen.Architecture.Language;
using ResNetGen.Property.Tests.Specs;
using ResNetGen.Fuzz.Cases;
using ResNetGen.Fuzz.Mutation;
using System.Text;

namespace ResNetGen.Fuzz.Oracles;

/// <summary>What an input reached: rules with what they say, keys with their words, and lines of code, numbers apart.</summary>
internal static class Features
{
    /// <summary>Returns the features of a case.</summary>
    public static IEnumerable<string> Of(FuzzCase tried, Outcome outcome)
    {
        foreach (var finding in outcome.Findings)
            yield return finding.Rule.Id + ": " + WithoutValues(finding.Message);

        foreach (var said in tried.Attribute)
            yield return $"[{said.Name}]{(outcome.IsAccepted ? "+" : "-")}";

        if (!outcome.IsAccepted)
            yield break;

        foreach (var key in tried.Files.Select(f => Trees.Read(f.Text)).OfType<Keys>().SelectMany(t => KeysOf(SpecKeys.Spec, t, "")))
            yield return key;

        foreach (var line in outcome.Code!.Split('\n'))
        {
            // What is said about a network differs from one to the next; what it does has few forms.
            if (!line.AsSpan().TrimStart().StartsWith("///", StringComparison.Ordinal))
                yield return WithoutValues(line);
        }
    }

    private static IEnumerable<string> KeysOf(MappingShape shape, Keys mapping, string path)
    {
        foreach (var (name, value) in mapping.All)
        {
            if (shape.Keys.FirstOrDefault(k => k.Name == name) is not { } key)
                continue;

            yield return key.Holds is IWords && value is Word word ? $"{path}{name}: {word.Text}" : path + name + ": " + value.GetType().Name;
            if (LegalValues.MappingOf(key) is not { } inner)
                continue;

            foreach (var below in (value as Items)?.All.OfType<Keys>() ?? (value is Keys one ? [one] : []))
            {
                foreach (var feature in KeysOf(inner, below, path + name + "/"))
                    yield return feature;
            }
        }
    }

    private static string WithoutValues(string text)
    {
        var plain = new StringBuilder(text.Length);
        var isQuoted = false;
        foreach (var c in text)
        {
            if (c is '\'' or '"')
                isQuoted = !isQuoted;
            else if (char.IsAsciiDigit(c))
            {
                if (plain.Length == 0 || plain[^1] != '0')
                    plain.Append('0');
            }
            else if (!isQuoted)
            {
                plain.Append(c);
            }
        }

        return plain.ToString();
    }
}
