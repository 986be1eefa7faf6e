using Xunit;

namespace ResNetGen.Tool.Tests;

/// <summary>
/// Compares texts with committed files, by the conventions of ResNetGen.Testing (whose assembly cannot stand beside the
/// command's: the names differ by case alone). <c>RESNETGEN_ACCEPT_SNAPSHOTS=1</c> accepts what was received.
/// </summary>
internal static class Verified
{
    /// <summary>Compares a text with a file; on a difference <c>*.received.*</c> is written beside it.</summary>
    public static void Compare(string path, string text)
    {
        var received = path.Replace(".verified.", ".received.", StringComparison.Ordinal);
        var expected = File.Exists(path) ? File.ReadAllText(path) : "";
        if (text != expected && Environment.GetEnvironmentVariable("RESNETGEN_ACCEPT_SNAPSHOTS") == "1")
        {
            File.WriteAllText(path, text);
            expected = text;
        }

        // A page that is no snapshot has no received file.
        if (received != path && text == expected)
            File.Delete(received);
        else if (received != path)
            File.WriteAllText(received, text);

        Assert.Equal(expected, text);
    }
}
