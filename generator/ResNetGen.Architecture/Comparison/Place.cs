using System.Globalization;

namespace ResNetGen.Architecture.Comparison;

/// <summary>A part of a network: the stem, one block, or what follows the last stage.</summary>
/// <param name="Stage">The stage from 0; -1 for the stem, <see cref="int.MaxValue"/> for what follows the last stage.</param>
/// <param name="Block">The block from 0; -1 outside the stages.</param>
/// <param name="Name">The stage's key, <c>stem</c> or <c>head</c>.</param>
public readonly record struct Place(int Stage, int Block, string Name)
{
    /// <summary>The stem with its pool.</summary>
    public static readonly Place Stem = new(-1, -1, "stem");

    /// <summary>What follows the last stage.</summary>
    public static readonly Place Head = new(int.MaxValue, -1, "head");

    /// <summary>Prints <c>layer3.22</c>, <c>stem</c> or <c>head</c>.</summary>
    public override string ToString() => Block < 0 ? Name : Name + "." + Block.ToString(CultureInfo.InvariantCulture);

    /// <summary>Names places in few words: <c>layer1.0-2, layer2.0, head</c>.</summary>
    public static string Shorten(IEnumerable<Place> places)
    {
        var parts = new List<string>();
        (Place First, Place Last)? run = null;
        foreach (var place in places.Distinct().OrderBy(p => p.Stage).ThenBy(p => p.Block))
        {
            if (run is { } open && place.Block > 0 && place.Name == open.Last.Name && place.Block == open.Last.Block + 1)
            {
                run = (open.First, place);
                continue;
            }

            if (run is { } closed)
                parts.Add(Text(closed.First, closed.Last));

            run = (place, place);
        }

        if (run is { } end)
            parts.Add(Text(end.First, end.Last));

        return string.Join(", ", parts);
    }

    private static string Text(Place first, Place last) =>
        first == last ? first.ToString() : first + "-" + last.Block.ToString(CultureInfo.InvariantCulture);
}
