using System.Runtime.CompilerServices;

namespace ResNetGen.Testing;

/// <summary>
/// Compares what was generated with files that were reviewed and committed, by the conventions of Verify.SourceGenerators,
/// so that either can take the other's place: <c>Class.Method#Hint.g.verified.cs</c> for each generated file (its first
/// line names the hint), <c>Class.Method.verified.txt</c> for diagnostics where there are any, and <c>_name=value</c> behind the
/// method for parameters. Text is UTF-8 with a byte order mark and LF. On a difference <c>*.received.*</c> is written beside
/// the verified file; it is deleted when they agree.
/// </summary>
/// <remarks>
/// To accept what was received, review it, then run the tests with <c>RESNETGEN_ACCEPT_SNAPSHOTS=1</c>, or rename it.
/// </remarks>
public static class Snapshots
{
    /// <summary>Compares what was generated with the snapshots of the calling test.</summary>
    /// <param name="made">What was generated.</param>
    /// <param name="directory">Where the snapshots are, from the folder of the test's source file.</param>
    /// <param name="parameters">The test's parameters with their values.</param>
    /// <param name="type">The test's class; null where its source file is named after it.</param>
    /// <param name="test">The test's method.</param>
    /// <param name="file">The test's source file.</param>
    /// <exception cref="SnapshotException">There is a difference, or the source file's folder is not there.</exception>
    public static void Verify(
        Generation made,
        string directory = "",
        IEnumerable<(string Name, object? Value)>? parameters = null,
        string? type = null,
        [CallerMemberName] string test = "",
        [CallerFilePath] string file = "")
    {
        ArgumentNullException.ThrowIfNull(made);
        ArgumentNullException.ThrowIfNull(directory);
        var beside = Path.GetDirectoryName(file) ?? "";
        // A deterministic build may have written another path than the true one into the test.
        if (!Path.IsPathRooted(directory) && !Directory.Exists(beside))
            throw new SnapshotException($"the folder of the test's source, '{beside}', is not here: build without PathMap, or give a rooted directory");

        var name = (type ?? Path.GetFileNameWithoutExtension(file)) + "." + test + SnapshotName.OfParameters(parameters ?? []);
        VerifyTexts(Path.Combine(beside, directory), name, SnapshotText.Of(made));
    }

    /// <summary>Compares texts with the files of one test in a folder.</summary>
    /// <param name="folder">Where the snapshots are.</param>
    /// <param name="name">The test: <c>Class.Method</c>.</param>
    /// <param name="texts">The texts.</param>
    /// <exception cref="SnapshotException">There is a difference.</exception>
    public static void VerifyTexts(string folder, string name, IEnumerable<SnapshotText> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        new SnapshotFolder(folder, name).Verify(texts);
    }
}
