namespace ResNetGen.Export.Pictures;

/// <summary>A network as it is drawn: parts from top to bottom.</summary>
/// <param name="Name">The network's name.</param>
/// <param name="Facts">What is said below it.</param>
/// <param name="Input">The picture that goes in.</param>
/// <param name="Parts">Stem, stages, head.</param>
internal sealed record Picture(string Name, string Facts, string Input, IReadOnlyList<PicturePart> Parts)
{
    /// <summary>The whole in a sentence or two, for those who do not see it.</summary>
    public string Description => $"{Facts}. " + string.Join("; ", Parts.Select(p => string.Join(", ", p.Labels))) + ".";
}

/// <summary>A part of a network: the stem, a stage, the head.</summary>
/// <param name="Colour">Which colour it has: 0 the stem, 1 and on the stages, -1 the head.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Details">What else is said of it, line by line.</param>
/// <param name="Leaves">The shape of what leaves it; nothing behind the head.</param>
/// <param name="Units">What it is made of, from top to bottom.</param>
internal sealed record PicturePart(int Colour, string Title, IReadOnlyList<string> Details, string Leaves, IReadOnlyList<PictureUnit> Units)
{
    /// <summary>What is said of it, line by line.</summary>
    public IReadOnlyList<string> Labels => [Title, .. Details];

    /// <summary>How many blocks a stage has, in words.</summary>
    public string Blocks => Colour < 1 ? "" : Units.Sum(u => u.Count) is var count && count == 1 ? "1 block" : LayerText.Number(count) + " blocks";
}

/// <summary>Layers in a row, and what goes past them.</summary>
/// <param name="Count">How often they stand there.</param>
/// <param name="Lead">The layers before the shortcut begins.</param>
/// <param name="Boxes">The layers that it goes past; all where there is none.</param>
/// <param name="Shortcut">What goes past them, or null.</param>
internal sealed record PictureUnit(int Count, IReadOnlyList<string> Lead, IReadOnlyList<string> Boxes, PictureShortcut? Shortcut)
{
    /// <summary>Layers in a row, and nothing more.</summary>
    public static PictureUnit Of(IEnumerable<string> boxes) => new(1, [], [.. boxes], null);

    /// <summary>All layers.</summary>
    public IEnumerable<string> AllBoxes => Lead.Concat(Boxes);
}

/// <summary>A way past layers.</summary>
/// <param name="IsDashed">Whether what comes out of the layers has another shape than what goes in.</param>
/// <param name="Labels">What happens on the way, line by line; nothing on that of an identity.</param>
internal sealed record PictureShortcut(bool IsDashed, IReadOnlyList<string> Labels);
