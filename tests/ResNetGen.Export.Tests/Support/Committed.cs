using System.Runtime.CompilerServices;

namespace ResNetGen.Export.Tests.Support;

/// <summary>Compares texts with committed files.</summary>
internal static class Committed
{
    /// <summary>
    /// Fails where <paramref name="text"/> is not what the file at <paramref name="path"/>, relative to the test's own file, holds; then
    /// writes it beside that file as <c>*.received.*</c>, to be looked at and moved there.
    /// </summary>
    public static void Check(string path, string text, [CallerFilePath] string caller = "")
    {
        var committed = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(caller)!, path));
        var received = Path.Combine(
            Path.GetDirectoryName(committed)!, Path.GetFileName(committed).Replace(".verified.", ".", StringComparison.Ordinal));
        received = Path.ChangeExtension(received, ".received" + Path.GetExtension(committed));
        if (File.Exists(committed) && File.ReadAllText(committed) == text)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, text);
        Assert.Fail($"{committed} has another text: compare it with {received}");
    }
}
