using ResNetGen.Architecture.Language;
using ResNetGen.Architecture.Text;
using ResNetGen.Architecture.Yaml;

namespace ResNetGen.Architecture.Values;

/// <summary>Block keys that stages say, said for the network instead: the attribute has no block keys of single stages.</summary>
internal static class KeysOfAllStages
{
    /// <summary>
    /// Returns <paramref name="spec"/> with each key that its stages say in one and the same way moved to the spec. A stage
    /// that did not say it may then be another: whoever calls this compares the networks.
    /// </summary>
    public static SpecMapping Lift(SpecMapping spec)
    {
        if (spec.Find(SpecKeys.Stages.Name) is not SpecList list || list.Items.Any(i => i is not SpecMapping))
            return spec;

        var stages = list.Items.Cast<SpecMapping>().ToList();
        var entries = spec.Entries.ToList();
        foreach (var key in SpecKeys.Spec.Keys.Where(k => StageKeys.Stage.Keys.Contains(k)))
        {
            var said = stages.Select(s => s.Find(key.Name)).OfType<SpecValue>().ToList();
            if (said.Select(YamlSpecWriter.Flow).Distinct(StringComparer.Ordinal).Count() != 1)
                continue;

            var ofSpec = entries.FindIndex(e => e.Key.Text == key.Name);
            if (ofSpec >= 0 && said.Count < stages.Count && YamlSpecWriter.Flow(entries[ofSpec].Value) != YamlSpecWriter.Flow(said[0]))
                continue;

            if (ofSpec >= 0)
                entries.RemoveAt(ofSpec);
            entries.Add(new SpecEntry(new SpecScalar(key.Name, IsQuoted: false, said[0].Site), said[0]));
            stages = [.. stages.Select(s => s with { Entries = s.Entries.Where(e => e.Key.Text != key.Name).ToEquatableArray() })];
        }

        var place = entries.FindIndex(e => e.Key.Text == SpecKeys.Stages.Name);
        entries[place] = entries[place] with { Value = list with { Items = stages.ToEquatableArray<SpecValue>() } };
        return spec with { Entries = entries.ToEquatableArray() };
    }
}
