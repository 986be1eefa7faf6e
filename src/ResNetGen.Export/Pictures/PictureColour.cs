namespace ResNetGen.Export.Pictures;

/// <summary>The colours of a part: dark text is legible on every filling, the edges show on light pages and on dark ones.</summary>
/// <param name="Fill">The filling, as <c>#rrggbb</c>.</param>
/// <param name="Edge">The edge.</param>
internal readonly record struct PictureColour(string Fill, string Edge)
{
    /// <summary>The colour of text.</summary>
    public const string Ink = "#24292f";

    /// <summary>The colour of lines.</summary>
    public const string Line = "#57606a";

    private static readonly PictureColour[] Stages =
    [
        new("#ddd6f3", "#7767b5"), new("#d5ecce", "#5a9a4c"), new("#f8d3d7", "#c25f6e"), new("#d2e3f8", "#4d80bf"), new("#f6ecbd", "#ab8f2c"),
    ];

    /// <summary>The colour with a number: -2 the input, -1 the head, 0 the stem, 1 and on the stages, which take turns.</summary>
    public static PictureColour Of(int number) => number switch
    {
        -2 => new("#ffffff", "#7d858e"),
        -1 => new("#e4e6e9", "#7d858e"),
        0 => new("#fadfc4", "#c07f3f"),
        _ => Stages[(number - 1) % Stages.Length],
    };
}
