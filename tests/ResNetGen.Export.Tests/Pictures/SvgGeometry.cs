using System.Globalization;
using System.Xml.Linq;

namespace ResNetGen.Export.Tests.Pictures;

/// <summary>Looks for what nobody wants to see in a picture: things cut off, things on top of each other, text that leaves its box.</summary>
internal static class SvgGeometry
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private sealed record Area(double Left, double Top, double Right, double Bottom, string Name)
    {
        public bool Holds(Area other) => Left <= other.Left && Top <= other.Top && Right >= other.Right && Bottom >= other.Bottom;

        public bool Meets(Area other) => Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;
    }

    /// <summary>Returns what is wrong with <paramref name="svg"/>, nothing where all is well.</summary>
    /// <exception cref="System.Xml.XmlException">It is no XML.</exception>
    public static List<string> Problems(string svg)
    {
        var root = XDocument.Parse(svg).Root!;
        var view = ((string)root.Attribute("viewBox")!).Split(' ').Select(Number).ToArray();
        var page = new Area(view[0], view[1], view[2], view[3], "the page");
        var problems = new List<string>();
        var bands = Rectangles(root, g => g.Attribute("fill-opacity") is not null);
        var boxes = Rectangles(root, g => (string?)g.Attribute("text-anchor") == "middle");
        var texts = root.Descendants(Svg + "text").Select(Text).ToList();
        var (inside, outside) = (texts.GetRange(0, boxes.Count), texts.Skip(boxes.Count).ToList());
        foreach (var area in bands.Concat(boxes).Concat(texts).Where(a => !page.Holds(a)))
            problems.Add($"{area} is not on {page}");
        for (var i = 0; i < boxes.Count; i++)
        {
            if (!boxes[i].Holds(inside[i]))
                problems.Add($"{inside[i]} is not in {boxes[i]}");
        }

        foreach (var box in boxes.Skip(1).Where(b => !bands.Exists(band => band.Holds(b))))
            problems.Add($"{box} is in no band");

        List<Area> apart = [.. boxes, .. outside];
        for (var i = 0; i < apart.Count; i++)
        {
            foreach (var other in apart.Skip(i + 1).Where(apart[i].Meets))
                problems.Add($"{apart[i]} and {other} overlap");
        }

        for (var i = 1; i < bands.Count; i++)
        {
            if (bands[i - 1].Meets(bands[i]))
                problems.Add($"{bands[i]} lies over the band before it");
        }

        if (root.Element(Svg + "title")?.Value is not { Length: > 0 } || root.Element(Svg + "desc")?.Value is not { Length: > 0 })
            problems.Add("no title and description");

        return problems;
    }

    private static List<Area> Rectangles(XElement root, Func<XElement, bool> isGroup) =>
    [
        .. root.Elements(Svg + "g").Where(isGroup).Elements(Svg + "rect").Select(r =>
        {
            var (x, y) = (Of(r, "x"), Of(r, "y"));
            return new Area(x, y, x + Of(r, "width"), y + Of(r, "height"), "a box");
        }),
    ];

    // As wide as the usual fonts have it: 0.6 of the size for a letter, a third for what is thin.
    private static Area Text(XElement text)
    {
        var size = Of(text, "font-size");
        var width = size * text.Value.Sum(c => ",./: il".Contains(c, StringComparison.Ordinal) ? 0.32 : c > '~' ? 1.0 : 0.6);
        var (x, y) = (Of(text, "x"), Of(text, "y"));
        var left = Said(text, "text-anchor") switch { "middle" => x - (width / 2), "end" => x - width, _ => x };
        return new Area(left, y - (0.75 * size), left + width, y + (0.2 * size), text.Value);
    }

    private static double Of(XElement element, string name) => Number(Said(element, name)!);

    private static string? Said(XElement element, string name) => (string?)(element.Attribute(name) ?? element.Parent?.Attribute(name));

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
