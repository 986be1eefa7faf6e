using ResNetGen.Architecture.Language;
using ResNetGen.Architecture.Text;
using ResNetGen.Architecture.Values;

namespace ResNetGen.Architecture.Yaml;

/// <summary>A spec as one text that needs no other file.</summary>
internal static class StandaloneText
{
    /// <summary>Returns the text of <paramref name="merged"/>, which has everything that the spec extends laid under it.</summary>
    public static string Of(SpecMapping merged, string name)
    {
        var own = new[] { Entry(SpecKeys.Version.Name, "1", merged.Site), Entry(SpecKeys.Name.Name, name, merged.Site) };
        var rest = merged.Entries.Where(e =>
            e.Key.Text != SpecKeys.Version.Name && e.Key.Text != SpecKeys.Name.Name && e.Key.Text != SpecKeys.Extends.Name);
        return YamlSpecWriter.Write(merged with { Entries = own.Concat(rest).ToEquatableArray() });
    }

    private static SpecEntry Entry(string key, string value, Site site) =>
        new(new SpecScalar(key, IsQuoted: false, site), new SpecScalar(value, IsQuoted: false, site));
}
