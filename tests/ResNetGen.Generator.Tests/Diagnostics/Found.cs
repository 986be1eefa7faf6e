using Microsoft.CodeAnalysis;
using ResNetGen.Architecture.Tests.Support;
using ResNetGen.Generator.Tests.Support;

namespace ResNetGen.Generator.Tests.Diagnostics;

/// <summary>Compares what was reported with the marks in a text.</summary>
internal static class Found
{
    public const string SourcePath = "/project/Net.cs";

    /// <summary>Runs a project whose marked token must be all that is reported, and returns the run.</summary>
    public static GeneratorRun One(string rule, string marked, Func<Project, Project>? more = null)
    {
        GeneratorRun? run = null;
        // As it is, and with a comment before it and other line ends.
        string[] variants = [marked, ("// größe 模型 😀\n" + marked).Replace("\n", "\r\n")];
        foreach (var variant in variants)
        {
            var (text, site) = Marked.Parse(variant, SourcePath);
            var project = Project.Of(text);
            run = (more is null ? project : more(project)).Run();
            At(rule, site, Assert.Single(run.Diagnostics));
        }

        return run!;
    }

    /// <summary>Fails unless a diagnostic stands exactly at a place.</summary>
    public static void At(string rule, Architecture.Text.Site site, Diagnostic found)
    {
        var lines = found.Location.GetLineSpan();
        var (span, start, end) = (found.Location.SourceSpan, lines.StartLinePosition, lines.EndLinePosition);
        Assert.Equal(
            (rule, site),
            (found.Id, new Architecture.Text.Site(lines.Path, span.Start, span.Length, start.Line, start.Character, end.Line, end.Character)));
    }
}
