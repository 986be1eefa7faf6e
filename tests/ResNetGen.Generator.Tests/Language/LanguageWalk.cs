using ResNetGen.Architecture.Language;
using ResNetGen.Architecture.Text;

namespace ResNetGen.Generator.Tests.Language;

/// <summary>Every key of the language with the keys that lead to it.</summary>
internal static class LanguageWalk
{
    /// <summary>Returns the keys that hold no mapping and no list of mappings.</summary>
    public static IEnumerable<(EquatableArray<Key> Path, Key Key)> Leaves() => Leaves(SpecKeys.Spec, []);

    private static IEnumerable<(EquatableArray<Key> Path, Key Key)> Leaves(MappingShape mapping, Key[] path) => mapping.Keys.SelectMany(key => key.Holds switch
    {
        MappingShape inner => Leaves(inner, [.. path, key]),
        ListShape<Section> { Item: MappingShape item } => Leaves(item, [.. path, key]),
        _ => [(path.ToEquatableArray(), key)],
    });
}
