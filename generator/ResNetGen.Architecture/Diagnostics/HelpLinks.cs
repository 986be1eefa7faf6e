namespace ResNetGen.Architecture.Diagnostics;

/// <summary>Where the pages of the diagnostics are published: the one place that says so.</summary>
public static class HelpLinks
{
    /// <summary>The folder of the pages, <c>docs/diagnostics</c> of the repository.</summary>
    public const string Folder = "https://github.com/ResNetGen/ResNetGen/blob/main/docs/diagnostics/";

    /// <summary>The page of a rule.</summary>
    public static string Of(string id) => Folder + id + ".md";
}
