using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using ResNetGen.Architecture.Language;
using ResNetGen.Architecture.Specs;
using ResNetGen.Architecture.Text;
using ResNetGen.Architecture.Values;
using ResNetGen.Architecture.Yaml;

namespace ResNetGen.CodeFixes.Projects;

/// <summary>Spec files that fixes write: the one place that knows how such a file begins and where it goes.</summary>
internal static class NewSpec
{
    // ResNet-18, the smallest that is published for pictures of usual size.
    private const string Stages = "block: basic\nstages:\n  - { blocks: 2, width: 64 }\n  - { blocks: 2, width: 128, stride: 2 }\n"
        + "  - { blocks: 2, width: 256, stride: 2 }\n  - { blocks: 2, width: 512, stride: 2 }\nhead: { classes: 1000 }\n";

    /// <summary>Returns the text of a spec that says <paramref name="values"/>, under lines of comment.</summary>
    public static string Write(SpecMapping values, IEnumerable<string> comments, string lineEnd)
    {
        var said = values.Entries.ToList();
        if (values.Find(SpecKeys.Version.Name) is null)
            said.Insert(0, Entry(SpecKeys.Version, "1", isText: false, values.Site));

        return string.Concat(comments.Select(c => c.Length == 0 ? "#" + lineEnd : "# " + c + lineEnd))
            + YamlSpecWriter.Write(values with { Entries = said.ToEquatableArray() }, lineEnd);
    }

    /// <summary>Returns a spec to start from.</summary>
    public static string Example(string fileName, string lineEnd) =>
        ("version: 1\nname: " + Identifiers.From(SpecPath.NameOf(fileName)) + "\n" + Stages).Replace("\n", lineEnd);

    /// <summary>One entry of a spec.</summary>
    public static SpecEntry Entry(Key key, string value, bool isText, Site site) =>
        new(new SpecScalar(key.Name, IsQuoted: false, site), new SpecScalar(value, isText, site));

    /// <summary>Returns the solution with a file more among the project's additional files.</summary>
    /// <param name="solution">The solution.</param>
    /// <param name="source">The source beside or below which it stands.</param>
    /// <param name="path">Its path, normalized.</param>
    /// <param name="text">Its text.</param>
    public static Solution AddTo(Solution solution, Document source, string path, SourceText text)
    {
        // The separators of the machine that the source's path has.
        var file = source.FilePath is { } own && own.IndexOf('\\') >= 0 ? path.Replace('/', '\\') : path;
        var isBeside = RelativePath.Beside(SpecPath.Normalize(source.FilePath ?? ""), "") == RelativePath.Beside(path, "");
        return solution.AddAdditionalDocument(
            DocumentId.CreateNewId(source.Project.Id),
            path.Substring(path.LastIndexOf('/') + 1),
            text,
            isBeside ? source.Folders : null,
            file);
    }

    /// <summary>UTF-8 without a byte order mark, as editors write YAML.</summary>
    public static SourceText ToSource(string text) => SourceText.From(text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
}
