using System.CommandLine;

namespace ResNetGen.Tool.Verbs.Export;

/// <summary>`resnetgen export`: networks for other programs.</summary>
internal static class ExportVerbs
{
    // Each format has a file in this folder.
    private static readonly Command[] Formats = [];

    /// <summary>The verb above the formats.</summary>
    public static IEnumerable<Command> Parent()
    {
        var parent = new Command("export", "Writes networks for other programs.");
        foreach (var format in Formats)
            parent.Add(format);

        return Formats.Length == 0 ? [] : [parent];
    }
}
