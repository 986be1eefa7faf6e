using Xunit.Sdk;

namespace ResNetGen.Generator.Tests.Verification;

public sealed class SnapshotVerifierTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("snapshots").FullName;

    [Fact]
    public void What_is_new_is_received_and_fails()
    {
        var message = Fails(("#Net.g", "cs", "a\r\nb\n"));
        Assert.Contains("T.M#Net.g.verified.cs is new", message, StringComparison.Ordinal);
        Assert.Equal(["T.M#Net.g.received.cs"], Files());
        Assert.Equal([0xEF, 0xBB, 0xBF, (byte)'a', (byte)'\n', (byte)'b', (byte)'\n'], File.ReadAllBytes(Path.Combine(_folder, "T.M#Net.g.received.cs")));
    }

    [Fact]
    public void What_differs_is_received_and_the_difference_is_told()
    {
        Commit("T.M#Net.g.verified.cs", "same\nold\nsame\nsame\nlast\n");
        var message = Fails(("#Net.g", "cs", "same\nnew\nsame\nsame\nlast\n"));
        Assert.Contains("differs; received:\n  same\n- old\n+ new\n", message, StringComparison.Ordinal);
        Assert.DoesNotContain("last", message, StringComparison.Ordinal);
        Assert.Equal(["T.M#Net.g.received.cs", "T.M#Net.g.verified.cs"], Files());
    }

    [Fact]
    public void What_agrees_again_is_no_longer_received()
    {
        Commit("T.M#Net.g.verified.cs", "old\n");
        Fails(("#Net.g", "cs", "new\n"));
        SnapshotVerifier.VerifyIn(_folder, "T.M", [("#Net.g", "cs", "old\n")]);
        Assert.Equal(["T.M#Net.g.verified.cs"], Files());
    }

    [Fact]
    public void What_is_no_longer_generated_fails()
    {
        Commit("T.M#Net.g.verified.cs", "old\n");
        Commit("T.M.verified.txt", "old");
        Commit("T.More#Net.g.verified.cs", "another test's");
        var message = Fails();
        Assert.Contains("T.M#Net.g.verified.cs: nothing", message, StringComparison.Ordinal);
        Assert.Contains("T.M.verified.txt: nothing", message, StringComparison.Ordinal);
        Assert.DoesNotContain("T.More", message, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Fails(params (string, string, string)[] targets)
    {
        Assert.SkipWhen(Environment.GetEnvironmentVariable("RESNETGEN_ACCEPT_SNAPSHOTS") == "1", "snapshots are being accepted");
        return Assert.ThrowsAny<XunitException>(() => SnapshotVerifier.VerifyIn(_folder, "T.M", targets)).Message;
    }

    private void Commit(string name, string text) => File.WriteAllText(Path.Combine(_folder, name), text);

    private IEnumerable<string?> Files() => Directory.EnumerateFiles(_folder).Select(Path.GetFileName).Order(StringComparer.Ordinal);
}
