using System.Globalization;
using System.Text;

namespace ResNetGen.Training.Reports;

/// <summary>A chart of lines with its axes and legend, as SVG: the same chart gives the same text on every machine.</summary>
public sealed record LineChart
{
    // Colours of Okabe and Ito, which most colour-blind readers tell apart; yellow is left out, being pale on white.
    private static readonly string[] Palette = ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#56B4E9", "#E69F00", "#000000", "#7F7F7F"];

    /// <summary>What stands above it; empty for nothing.</summary>
    public string Title { get; init; } = "";

    /// <summary>The axis below.</summary>
    public required ChartAxis X { get; init; }

    /// <summary>The axis on the left.</summary>
    public required ChartAxis Y { get; init; }

    /// <summary>The lines; later ones lie above earlier ones.</summary>
    public required IReadOnlyList<ChartSeries> Series { get; init; }

    /// <summary>The width in pixels, legend included.</summary>
    public int Width { get; init; } = 720;

    /// <summary>The height in pixels.</summary>
    public int Height { get; init; } = 440;

    /// <summary>The chart as an SVG document.</summary>
    public string ToSvg() => ToSvg([this]);

    /// <summary>Charts side by side, or one below the other, as one SVG document.</summary>
    /// <param name="panels">The charts, from the left or from above.</param>
    /// <param name="isStacked">Whether they lie one below the other.</param>
    public static string ToSvg(IReadOnlyList<LineChart> panels, bool isStacked = false)
    {
        ArgumentNullException.ThrowIfNull(panels);
        var svg = new StringBuilder();
        var (width, height) = isStacked ? (panels.Max(p => p.Width), panels.Sum(p => p.Height)) : (panels.Sum(p => p.Width), panels.Max(p => p.Height));
        Line(svg, $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" font-family=\"Helvetica, Arial, sans-serif\" font-size=\"12\">");
        Line(svg, $"<rect width=\"{width}\" height=\"{height}\" fill=\"#ffffff\"/>");
        var (left, top) = (0, 0);
        foreach (var panel in panels)
        {
            panel.Draw(svg, left, top);
            (left, top) = isStacked ? (left, top + panel.Height) : (left + panel.Width, top);
        }

        return svg.Append("</svg>\n").ToString();
    }

    private void Draw(StringBuilder svg, int left, int top)
    {
        var named = Series.Where(s => s.Name is not null).ToList();
        var legendWidth = named.Count == 0 ? 0 : 44 + (int)Math.Ceiling(named.Max(s => TextWidth(s.Name!)));
        var plot = new Plot(
            left + 62,
            top + (Title.Length > 0 ? 40 : 18),
            Math.Max(80, Width - 62 - 22 - legendWidth),
            Height - (Title.Length > 0 ? 40 : 18) - 52,
            Ticks.Of(X, Series.SelectMany(s => s.Points).Where(p => double.IsFinite(p.Y)).Select(p => p.X), Math.Max(3, (Width - legendWidth) / 90)),
            Ticks.Of(Y, Series.SelectMany(s => s.Points).Where(IsShown).Select(p => p.Y), Math.Max(3, Height / 55)));
        if (Title.Length > 0)
            Line(svg, $"<text x=\"{Number(plot.Left + (plot.Width / 2))}\" y=\"{top + 24}\" text-anchor=\"middle\" font-size=\"15\" font-weight=\"bold\" fill=\"#222222\">{Escaped(Title)}</text>");

        DrawAxes(svg, plot);

        // A nested drawing cuts off what lies outside the axes, and needs no name that must be unique in a page.
        Line(svg, $"<svg x=\"{Number(plot.Left)}\" y=\"{Number(plot.Top)}\" width=\"{Number(plot.Width)}\" height=\"{Number(plot.Height)}\">");
        foreach (var series in Series)
            DrawSeries(svg, series, plot);

        Line(svg, $"</svg>");
        DrawLegend(svg, named, plot.Left + plot.Width + 12, plot.Top + 10);
    }

    // What lies outside the asked-for range of x says nothing about the range of y.
    private bool IsShown((double X, double Y) point) =>
        double.IsFinite(point.X) && !(point.X < X.Min) && !(point.X > X.Max);

    private void DrawAxes(StringBuilder svg, Plot plot)
    {
        var (bottom, right) = (plot.Top + plot.Height, plot.Left + plot.Width);
        foreach (var tick in plot.Y.Values)
        {
            var y = bottom - (plot.Y.Share(tick) * plot.Height);
            Line(svg, $"<path d=\"M{Number(plot.Left)} {Number(y)}H{Number(right)}\" stroke=\"#e4e4e4\"/>");
            Line(svg, $"<text x=\"{Number(plot.Left - 7)}\" y=\"{Number(y + 4)}\" text-anchor=\"end\" fill=\"#333333\">{Ticks.Text(tick)}</text>");
        }

        foreach (var tick in plot.X.Values)
        {
            var x = plot.Left + (plot.X.Share(tick) * plot.Width);
            Line(svg, $"<path d=\"M{Number(x)} {Number(bottom)}v5\" stroke=\"#333333\"/>");
            Line(svg, $"<text x=\"{Number(x)}\" y=\"{Number(bottom + 19)}\" text-anchor=\"middle\" fill=\"#333333\">{Ticks.Text(tick)}</text>");
        }

        Line(svg, $"<path d=\"M{Number(plot.Left)} {Number(plot.Top)}V{Number(bottom)}H{Number(right)}\" fill=\"none\" stroke=\"#333333\"/>");
        Line(svg, $"<text x=\"{Number(plot.Left + (plot.Width / 2))}\" y=\"{Number(bottom + 40)}\" text-anchor=\"middle\" fill=\"#222222\">{Escaped(X.Label)}</text>");
        var middle = plot.Top + (plot.Height / 2);
        var labelLeft = plot.Left - 46;
        Line(svg, $"<text x=\"{Number(labelLeft)}\" y=\"{Number(middle)}\" text-anchor=\"middle\" fill=\"#222222\" transform=\"rotate(-90 {Number(labelLeft)} {Number(middle)})\">{Escaped(Y.Label)}</text>");
    }

    private static void DrawSeries(StringBuilder svg, ChartSeries series, Plot plot)
    {
        var path = new StringBuilder();
        var isDrawing = false;
        var last = "";
        foreach (var (x, y) in series.Points)
        {
            var (across, up) = (plot.X.Share(x), plot.Y.Share(y));
            if (!double.IsFinite(across) || !double.IsFinite(up))
            {
                isDrawing = false;
                continue;
            }

            // Far outside the picture some viewers lose their way.
            var at = Number(across * plot.Width) + " " + Number((1 - Math.Clamp(up, -10, 11)) * plot.Height);
            if (isDrawing && at == last)
                continue;

            path.Append(isDrawing ? "L" : "M").Append(at);
            if (series.Style == LineStyle.Dotted)
                Line(svg, $"<circle cx=\"{at.Replace(" ", "\" cy=\"", StringComparison.Ordinal)}\" r=\"2.5\" fill=\"{ColorOf(series)}\"/>");

            isDrawing = true;
            last = at;
        }

        if (path.Length > 0)
            Line(svg, $"<path d=\"{path}\" fill=\"none\" stroke-linejoin=\"round\" stroke-linecap=\"round\"{Stroke(series)}/>");
    }

    private static void DrawLegend(StringBuilder svg, List<ChartSeries> named, double left, double top)
    {
        foreach (var series in named)
        {
            Line(svg, $"<path d=\"M{Number(left)} {Number(top)}h24\" fill=\"none\"{Stroke(series)}/>");
            if (series.Style == LineStyle.Dotted)
                Line(svg, $"<circle cx=\"{Number(left + 12)}\" cy=\"{Number(top)}\" r=\"2.5\" fill=\"{ColorOf(series)}\"/>");

            Line(svg, $"<text x=\"{Number(left + 30)}\" y=\"{Number(top + 4)}\" fill=\"#222222\">{Escaped(series.Name!)}</text>");
            top += 18;
        }
    }

    private static string Stroke(ChartSeries series) =>
        $" stroke=\"{ColorOf(series)}\"" + series.Style switch
        {
            LineStyle.Bold => " stroke-width=\"2.4\"",
            LineStyle.Dashed => " stroke-width=\"1.1\" stroke-dasharray=\"5 4\"",
            _ => " stroke-width=\"1.2\"",
        };

    private static string ColorOf(ChartSeries series) => Palette[series.Color % Palette.Length];

    // The average letter of a sans-serif of 12 pixels; long names get the room that they need, more or less.
    private static double TextWidth(string text) => 6.6 * text.Length;

    // Two digits after the point are a hundredth of a pixel: nobody sees more, and no platform writes them differently.
    private static string Number(double value) => Math.Round(value, 2, MidpointRounding.AwayFromZero).ToString("0.##", CultureInfo.InvariantCulture);

    private static void Line(StringBuilder svg, FormattableString text) => svg.Append(text.ToString(CultureInfo.InvariantCulture)).Append('\n');

    // What XML 1.0 has no way to say becomes a question mark.
    private static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            _ = rune.Value switch
            {
                '&' => escaped.Append("&amp;"),
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '"' => escaped.Append("&quot;"),
                < ' ' or 0xFFFE or 0xFFFF => escaped.Append('?'),
                _ => escaped.Append(rune.ToString()),
            };
        }

        return escaped.ToString();
    }

    private sealed record Plot(double Left, double Top, double Width, double Height, Ticks X, Ticks Y);
}
