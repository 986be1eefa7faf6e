using System.CommandLine;

namespace ResNetGen.Tool.Verbs.Export;

/// <summary>`resnetgen export`: networks for other programs.</summary>
internal static class ExportVerbs
{
    /// <summary>The verb above the formats, each of which has a file in this folder.</summary>
    public static Command Parent()
    {
        var parent = new Command("export", "Writes networks for other programs.");
        foreach (var format in (Command[])[ExportOnnxVerb.Create(), .. ExportTextVerbs.Create()])
            parent.Add(format);

        return parent;
    }
}
