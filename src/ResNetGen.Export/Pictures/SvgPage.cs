namespace ResNetGen.Export.Pictures;

/// <summary>Everything on a page, at its place, in pixels.</summary>
/// <param name="Width">The page's width.</param>
/// <param name="Height">The page's height.</param>
internal sealed record SvgPage(double Width, double Height)
{
    public List<SvgBox> Bands { get; } = [];

    public List<SvgBox> Boxes { get; } = [];

    public List<SvgText> Texts { get; } = [];

    public List<SvgLine> Lines { get; } = [];

    /// <summary>Where shortcuts are added: the centres of circles.</summary>
    public List<(double X, double Y)> Sums { get; } = [];
}

/// <summary>A rectangle of a colour, with text in its middle or none.</summary>
internal sealed record SvgBox(double X, double Y, double Width, double Height, int Colour, string Text);

/// <summary>Text whose line begins, ends or has its middle at a place.</summary>
/// <param name="X">That place.</param>
/// <param name="Y">The text's middle.</param>
/// <param name="Size">The font's size.</param>
/// <param name="IsBold">Whether it is bold.</param>
/// <param name="EndsThere">Whether the line ends at <paramref name="X"/>; else it begins there.</param>
/// <param name="Text">The text.</param>
internal sealed record SvgText(double X, double Y, double Size, bool IsBold, bool EndsThere, string Text);

/// <summary>A line with an arrow at its end.</summary>
/// <param name="Path">The path, as SVG has it.</param>
/// <param name="IsDashed">Whether it is dashed.</param>
internal sealed record SvgLine(string Path, bool IsDashed);
