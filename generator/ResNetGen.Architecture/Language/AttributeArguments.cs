using ResNetGen.Architecture.Text;
using ResNetGen.Architecture.Values;

namespace ResNetGen.Architecture.Language;

/// <summary>Where each argument of the attribute belongs in a spec.</summary>
/// <param name="Name">The argument, as C# has it.</param>
/// <param name="Key">The key that it gives a value.</param>
/// <param name="Section">The mapping that has the key: <c>stem</c>, <c>head</c>, <c>stages</c> for one value per stage, or empty.</param>
public sealed record AttributeArgument(string Name, Key Key, string Section = "")
{
    /// <summary>Every argument.</summary>
    public static readonly EquatableArray<AttributeArgument> All = new AttributeArgument[]
    {
        new("Name", SpecKeys.Name),
        new("Input", SpecKeys.Input),
        new("Stem", StemKeys.Preset, "stem"),
        new("StemChannels", StemKeys.Channels, "stem"),
        new("Block", BlockKeys.Block),
        new("StridePlacement", BlockKeys.StridePlacement),
        new("Shortcut", BlockKeys.Shortcut),
        new("Groups", BlockKeys.Groups),
        new("WidthPerGroup", BlockKeys.WidthPerGroup),
        new("Blocks", StageKeys.Blocks, Overlay.Stages),
        new("Widths", StageKeys.Width, Overlay.Stages),
        new("Strides", StageKeys.Stride, Overlay.Stages),
        new("Classes", SpecKeys.Classes, "head"),
    }.ToEquatableArray();
}
