using System.Globalization;

namespace ResNetGen.Export.Pictures;

/// <summary>Places a picture: parts below each other, their labels on the left, shortcuts on the right.</summary>
internal sealed class SvgLayout
{
    public const double BoxFont = 12;
    public const double LabelFont = 13;
    public const double TitleFont = 18;
    public const double ShortcutFont = 11;
    public const double SumRadius = 6;

    private const int LongestName = 60;
    private const double Margin = 20;
    private const double BandPadding = 12;
    private const double BandGap = 14;
    private const double BoxHeight = 22;
    private const double Gap = 13;
    private const double SumDrop = 16;
    private const double BranchLead = 7;
    private const double BranchDrop = 13;
    private const double LineHeight = 17;
    private const double Bend = 7;

    private readonly Picture _picture;
    private readonly double _loopX;
    private readonly double _boxX;
    private readonly double _boxWidth;
    private readonly double _railX;
    private readonly double _right;
    private readonly SvgPage _page;
    private double _y;

    // Where the main line last left something; below 0 before the first.
    private double _from = -1;

    private SvgLayout(Picture picture)
    {
        _picture = picture;
        var units = picture.Parts.SelectMany(p => p.Units).ToList();
        var labels = picture.Parts.SelectMany(p => p.Labels).Max(l => TextWidth.Of(l, LabelFont));
        var loops = units.Where(u => u.Count > 1).Select(u => TextWidth.Of(Times(u), LabelFont) + 36).DefaultIfEmpty(0).Max();
        var shortcuts = units.SelectMany(u => u.Shortcut?.Labels ?? []).Select(l => TextWidth.Of(l, ShortcutFont) + 8).DefaultIfEmpty(0).Max();
        _boxWidth = Math.Max(130, units.SelectMany(u => u.AllBoxes).Append(picture.Input).Max(b => TextWidth.Of(b, BoxFont)) + 20);
        _boxX = Margin + BandPadding + labels + 20 + loops;
        _loopX = _boxX - 22;
        _railX = _boxX + _boxWidth + 22;
        _right = Math.Max(
            units.Exists(u => u.Shortcut is not null) ? _railX + shortcuts + BandPadding : _boxX + _boxWidth + BandPadding,
            Margin + Math.Max(TextWidth.Of(Title, TitleFont * 1.1), TextWidth.Of(picture.Facts, BoxFont)));
        _page = new SvgPage(_right + Margin, 0);
    }

    private double Centre => _boxX + (_boxWidth / 2);

    private string Title => _picture.Name.Length > LongestName ? _picture.Name[..(LongestName - 1)] + "\u2026" : _picture.Name;

    /// <summary>Returns the page that shows <paramref name="picture"/>.</summary>
    public static SvgPage Of(Picture picture)
    {
        var layout = new SvgLayout(picture);
        layout.Place();
        return layout._page with { Height = layout._y + Margin };
    }

    private void Place()
    {
        _page.Texts.Add(new SvgText(Margin, Margin + (TitleFont / 2), TitleFont, true, false, Title));
        _page.Texts.Add(new SvgText(Margin, Margin + TitleFont + 14, BoxFont, false, false, _picture.Facts));
        _y = Margin + TitleFont + 34;
        Box(_picture.Input, colour: -2);
        foreach (var part in _picture.Parts)
            Part(part);
    }

    private void Part(PicturePart part)
    {
        var top = _y += BandGap;
        _y += BandPadding;
        for (var i = 0; i < part.Units.Count; i++)
        {
            if (i > 0)
                _y += part.Units[i].Shortcut is null || part.Units[i - 1].Shortcut is null ? Gap : BranchLead;

            Unit(part.Units[i]);
        }

        var labels = part.Labels.Count * LineHeight;
        _y = Math.Max(_y, top + BandPadding + labels) + BandPadding;
        _page.Bands.Add(new SvgBox(Margin, top, _right - Margin, _y - top, part.Colour, ""));
        for (var i = 0; i < part.Labels.Count; i++)
            _page.Texts.Add(new SvgText(Margin + BandPadding, top + BandPadding + ((i + 0.5) * LineHeight), LabelFont, i == 0, false, part.Labels[i]));
    }

    private void Unit(PictureUnit unit)
    {
        var top = _y;
        foreach (var box in unit.Lead)
        {
            Box(box, _page.Bands.Count);
            _y += BranchLead;
        }

        var branch = _y;
        if (unit.Shortcut is not null)
            _y += BranchDrop;

        var first = unit.Lead.Count > 0 ? top : _y;
        for (var i = 0; i < unit.Boxes.Count; i++)
        {
            if (i > 0)
                _y += Gap;

            Box(unit.Boxes[i], _page.Bands.Count);
        }

        var last = _y;
        if (unit.Shortcut is { } shortcut)
            Shortcut(shortcut, branch);
        if (unit.Count > 1)
            Loop(unit, first, last);
    }

    // Boxes have the colour of the band that they will be in.
    private void Box(string text, int colour)
    {
        Arrive(_y);
        var shade = colour == -2 ? -2 : _picture.Parts[colour].Colour;
        _page.Boxes.Add(new SvgBox(_boxX, _y, _boxWidth, BoxHeight, shade, text));
        _y += BoxHeight;
        _from = _y;
    }

    private void Shortcut(PictureShortcut shortcut, double branch)
    {
        var sum = _y + SumDrop;
        Arrive(sum - SumRadius);
        _page.Sums.Add((Centre, sum));
        _page.Lines.Add(new SvgLine(
            Path($"M{Centre} {branch}H{_railX - Bend}Q{_railX} {branch} {_railX} {branch + Bend}V{sum - Bend}Q{_railX} {sum} {_railX - Bend} {sum}H{Centre + SumRadius}"),
            shortcut.IsDashed));
        var middle = (branch + sum) / 2;
        for (var i = 0; i < shortcut.Labels.Count; i++)
        {
            var y = middle + ((i - ((shortcut.Labels.Count - 1) / 2.0)) * (ShortcutFont + 4));
            _page.Texts.Add(new SvgText(_railX + 8, y, ShortcutFont, false, false, shortcut.Labels[i]));
        }

        _y = sum + SumRadius;
        _from = sum + SumRadius;
    }

    private void Loop(PictureUnit unit, double first, double last)
    {
        _page.Lines.Add(new SvgLine(
            Path($"M{_boxX} {last - Bend}H{_loopX + Bend}Q{_loopX} {last - Bend} {_loopX} {last - (2 * Bend)}V{first + (2 * Bend)}Q{_loopX} {first + Bend} {_loopX + Bend} {first + Bend}H{_boxX}"),
            false));
        _page.Texts.Add(new SvgText(_loopX - 6, (first + last) / 2, LabelFont, true, true, Times(unit)));
    }

    private void Arrive(double y)
    {
        if (_from >= 0)
            _page.Lines.Add(new SvgLine(Path($"M{Centre} {_from}V{y}"), false));
    }

    private static string Times(PictureUnit unit) => "x " + LayerText.Number(unit.Count);

    private static string Path(FormattableString path) => string.Format(
        CultureInfo.InvariantCulture, path.Format, [.. path.GetArguments().Select(a => (object?)Math.Round((double)a!, 1))]);
}
