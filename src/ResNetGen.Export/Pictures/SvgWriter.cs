using System.Globalization;
using System.Text;

namespace ResNetGen.Export.Pictures;

/// <summary>Writes a page as SVG that needs nothing beside it: no script, no font, no style sheet, no other file.</summary>
internal static class SvgWriter
{
    /// <summary>Returns the picture as a document that ends with LF.</summary>
    public static string Write(Picture picture)
    {
        var page = SvgLayout.Of(picture);
        var id = Id(picture.Name);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{Number(page.Width)}\" height=\"{Number(page.Height)}\" viewBox=\"0 0 {Number(page.Width)} {Number(page.Height)}\" role=\"img\" aria-labelledby=\"{id}-title {id}-desc\">\n");
        text.Append(CultureInfo.InvariantCulture, $"<title id=\"{id}-title\">{Escape(picture.Name)}</title>\n<desc id=\"{id}-desc\">{Escape(picture.Description)}</desc>\n");
        text.Append(CultureInfo.InvariantCulture, $"<defs><marker id=\"{id}-arrow\" viewBox=\"0 0 8 8\" refX=\"8\" refY=\"4\" markerWidth=\"6\" markerHeight=\"6\" orient=\"auto\"><path d=\"M0 0L8 4L0 8Z\" fill=\"{PictureColour.Line}\"/></marker></defs>\n");
        // A ground of its own: legible on a dark page, too.
        text.Append(CultureInfo.InvariantCulture, $"<rect width=\"{Number(page.Width)}\" height=\"{Number(page.Height)}\" rx=\"8\" fill=\"#ffffff\"/>\n");
        Bands(text, page);
        Lines(text, page, id);
        Boxes(text, page);
        Texts(text, page);
        return text.Append("</svg>\n").ToString();
    }

    private static void Bands(StringBuilder text, SvgPage page)
    {
        text.Append("<g fill-opacity=\"0.28\">\n");
        foreach (var band in page.Bands)
            text.Append(CultureInfo.InvariantCulture, $"<rect {Place(band)} rx=\"8\" fill=\"{PictureColour.Of(band.Colour).Fill}\"/>\n");

        text.Append("</g>\n");
    }

    private static void Lines(StringBuilder text, SvgPage page, string id)
    {
        text.Append(CultureInfo.InvariantCulture, $"<g fill=\"none\" stroke=\"{PictureColour.Line}\" stroke-width=\"1.3\">\n");
        foreach (var line in page.Lines)
            text.Append(CultureInfo.InvariantCulture, $"<path d=\"{line.Path}\"{(line.IsDashed ? " stroke-dasharray=\"5 3\"" : "")} marker-end=\"url(#{id}-arrow)\"/>\n");

        foreach (var (x, y) in page.Sums)
        {
            var (r, arm) = (SvgLayout.SumRadius, SvgLayout.SumRadius - 2.5);
            text.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{Number(x)}\" cy=\"{Number(y)}\" r=\"{Number(r)}\" fill=\"#ffffff\"/>");
            text.Append(CultureInfo.InvariantCulture, $"<path d=\"M{Number(x - arm)} {Number(y)}H{Number(x + arm)}M{Number(x)} {Number(y - arm)}V{Number(y + arm)}\"/>\n");
        }

        text.Append("</g>\n");
    }

    private static void Boxes(StringBuilder text, SvgPage page)
    {
        text.Append(CultureInfo.InvariantCulture, $"<g font-family=\"Helvetica, Arial, 'DejaVu Sans', sans-serif\" font-size=\"{Number(SvgLayout.BoxFont)}\" text-anchor=\"middle\" stroke-width=\"1\">\n");
        foreach (var box in page.Boxes)
        {
            var (fill, edge) = PictureColour.Of(box.Colour);
            text.Append(CultureInfo.InvariantCulture, $"<rect {Place(box)} rx=\"3\" fill=\"{fill}\" stroke=\"{edge}\"/>");
            text.Append(CultureInfo.InvariantCulture, $"<text x=\"{Number(box.X + (box.Width / 2))}\" y=\"{Number(Base(box.Y + (box.Height / 2), SvgLayout.BoxFont))}\" fill=\"{PictureColour.Ink}\">{Escape(box.Text)}</text>\n");
        }

        text.Append("</g>\n");
    }

    private static void Texts(StringBuilder text, SvgPage page)
    {
        text.Append(CultureInfo.InvariantCulture, $"<g font-family=\"Helvetica, Arial, 'DejaVu Sans', sans-serif\" fill=\"{PictureColour.Ink}\">\n");
        foreach (var piece in page.Texts)
        {
            var style = (piece.IsBold ? " font-weight=\"bold\"" : "") + (piece.EndsThere ? " text-anchor=\"end\"" : "");
            text.Append(CultureInfo.InvariantCulture, $"<text x=\"{Number(piece.X)}\" y=\"{Number(Base(piece.Y, piece.Size))}\" font-size=\"{Number(piece.Size)}\"{style}>{Escape(piece.Text)}</text>\n");
        }

        text.Append("</g>\n");
    }

    private static string Place(SvgBox box) => string.Create(
        CultureInfo.InvariantCulture, $"x=\"{Number(box.X)}\" y=\"{Number(box.Y)}\" width=\"{Number(box.Width)}\" height=\"{Number(box.Height)}\"");

    // Not every reader centres text on a line itself.
    private static double Base(double middle, double size) => middle + (0.36 * size);

    private static string Number(double value) => Math.Round(value, 1).ToString("0.#", CultureInfo.InvariantCulture);

    // Pictures on one page keep their arrows apart.
    private static string Id(string name) => "net-" + string.Concat(name.Take(32).Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'));

    private static string Escape(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
}
