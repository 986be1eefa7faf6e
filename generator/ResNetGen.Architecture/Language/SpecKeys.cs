#pragma warning disable CS1591 // each entry describes itself in its text

using ResNetGen.Architecture.Text;
using ResNetGen.Architecture.Values;

namespace ResNetGen.Architecture.Language;

/// <summary>What a spec says: the root of the language.</summary>
public static class SpecKeys
{
    public static readonly Key<int> Version = new(
        "version",
        new IntegerShape(1, 1),
        "The version of the language that the spec is written in.",
        "1",
        "1");

    public static readonly Key<string> Name = new(
        "name",
        new IdentifierShape(),
        "The network's name, for tables and for the class that the command emits.",
        "ResNet50",
        "the file's name");

    public static readonly Key<string> Extends = new(
        "extends",
        new TextShape("the path of another spec, relative to this one"),
        "Another spec that this one starts from. Keys said here override it, mappings merge key by key, stages by position.",
        "resnet50.resnet.yaml");

    public static readonly Key<EquatableArray<int>> Input = new(
        "input",
        new ListShape<int>(new IntegerShape(1, Bounds.Extent), "integers [channels, height, width]", 3, 3),
        "The input that shapes and costs are computed for. The network runs on other heights and widths too.",
        "[3, 224, 224]",
        "[3, 224, 224]");

    public static readonly Key<Section> Stem = new(
        Overlay.Stem, StemKeys.Stem, "The layers before the first stage: a preset's word, or a mapping.", "conv7x7", "conv7x7");

    public static readonly Key<EquatableArray<Section>> Stages = new(
        Overlay.Stages,
        new ListShape<Section>(StageKeys.Stage, "stages", 1, Bounds.Stages),
        "The stages, first to last.",
        "[{ blocks: 3, width: 64 }, { blocks: 4, width: 128, stride: 2 }]")
    { IsRequired = true };

    public static readonly Key<int> Classes = new(
        "classes", new IntegerShape(1, Bounds.Classes), "The outputs of the head's linear layer.", "10", "1000");

    public static readonly Key<Section> Head = new(
        "head", new MappingShape("a head", null, Classes), "A global average pool and a linear layer.", "{ classes: 10 }", "{ classes: 1000 }");

    /// <summary>A spec.</summary>
    public static readonly MappingShape Spec = new("the spec", null, [Version, Name, Extends, Input, Stem, .. BlockKeys.All, Stages, Head]);
}
