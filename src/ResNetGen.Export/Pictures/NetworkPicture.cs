using ResNetGen.Architecture;
using ResNetGen.Export.Pictures;

namespace ResNetGen.Export;

/// <summary>
/// Draws networks as He et al. 2015 draw theirs (figure 3): layers from top to bottom, solid shortcuts, and dashed ones where the
/// shape changes. Of networks of more than 40 layers, blocks that repeat are drawn once.
/// </summary>
public static class NetworkPicture
{
    /// <summary>Returns an SVG document that needs nothing beside it.</summary>
    public static string Svg(CompiledSpec spec) => SvgWriter.Write(PictureOf(spec));

    /// <summary>Returns an SVG document of the spec <paramref name="text"/>, which extends none.</summary>
    /// <exception cref="SpecException">The spec has errors.</exception>
    public static string Svg(string text) => Svg(SpecText.Compile(text));

    /// <summary>Returns a flowchart of Mermaid.</summary>
    public static string Mermaid(CompiledSpec spec) => MermaidWriter.Write(PictureOf(spec));

    /// <summary>Returns a flowchart of Mermaid of the spec <paramref name="text"/>, which extends none.</summary>
    /// <exception cref="SpecException">The spec has errors.</exception>
    public static string Mermaid(string text) => Mermaid(SpecText.Compile(text));

    /// <summary>Returns a graph of Graphviz.</summary>
    public static string Dot(CompiledSpec spec) => DotWriter.Write(PictureOf(spec));

    /// <summary>Returns a graph of Graphviz of the spec <paramref name="text"/>, which extends none.</summary>
    /// <exception cref="SpecException">The spec has errors.</exception>
    public static string Dot(string text) => Dot(SpecText.Compile(text));

    private static Picture PictureOf(CompiledSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        return PictureBuilder.Of(spec);
    }
}
