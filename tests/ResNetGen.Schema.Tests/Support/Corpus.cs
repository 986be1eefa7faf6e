using ResNetGen.Architecture.Specs;
using ResNetGen.Architecture.Tests.Support;

namespace ResNetGen.Schema.Tests.Support;

/// <summary>Specs that people wrote: those that are shipped, and the examples of the diagnostics' pages.</summary>
internal static class Corpus
{
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "shipped");

    /// <summary>The paths of the shipped specs.</summary>
    public static IReadOnlyList<string> Shipped { get; } =
    [
        .. Directory.EnumerateFiles(Folder, "*" + SpecDocument.Extension, SearchOption.AllDirectories).Order(StringComparer.Ordinal),
    ];

    /// <summary>Every spec of the pages, each with the page's id and whether it is shown as right.</summary>
    public static IReadOnlyList<(string Id, bool IsRight, string Text)> Examples { get; } =
    [
        .. Page.All.SelectMany(p => Page.Specs(p.Wrong).Select(f => (p.Id, false, f.Text)).Concat(Page.Specs(p.Right).Select(f => (p.Id, true, f.Text)))),
    ];
}
