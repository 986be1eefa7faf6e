namespace ResNetGen.Generator.Tests.Verification;

public sealed class SnapshotsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("snapshots").FullName;

    [Fact]
    public void What_is_new_is_received_and_fails()
    {
        var message = Fails(new SnapshotText("Net.g", "cs", "a\r\nb\n"));
        Assert.Contains("T.M#Net.g.verified.cs is new", message, StringComparison.Ordinal);
        Assert.Equal("T.M#Net.g.received.cs", Files());
        Assert.Equal([0xEF, 0xBB, 0xBF, (byte)'a', (byte)'\n', (byte)'b', (byte)'\n'], File.ReadAllBytes(Path.Combine(_folder, "T.M#Net.g.received.cs")));
    }

    [Fact]
    public void What_differs_is_received_and_the_difference_is_told()
    {
        Commit("T.M#Net.g.verified.cs", "same\nold\nsame\nsame\nlast\n");
        var message = Fails(new SnapshotText("Net.g", "cs", "same\nnew\nsame\nsame\nlast\n"));
        Assert.Contains("differs; received:\n  same\n- old\n+ new\n", message, StringComparison.Ordinal);
        Assert.DoesNotContain("last", message, StringComparison.Ordinal);
        Assert.Equal("T.M#Net.g.received.cs T.M#Net.g.verified.cs", Files());
    }

    [Fact]
    public void What_agrees_again_is_no_longer_received()
    {
        Commit("T.M#Net.g.verified.cs", "old\n");
        Fails(new SnapshotText("Net.g", "cs", "new\n"));
        Snapshots.VerifyTexts(_folder, "T.M", [new("Net.g", "cs", "old\n")]);
        Assert.Equal("T.M#Net.g.verified.cs", Files());
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

    [Fact]
    public void Line_ends_that_a_tool_changed_are_told()
    {
        Commit("T.M.verified.txt", "a\r\nb");
        Assert.Contains("has lines that end in CR", Fails(new SnapshotText(null, "txt", "a\nb")), StringComparison.Ordinal);
    }

    [Fact]
    public void Texts_that_nothing_tells_apart_are_numbered()
    {
        Fails(new SnapshotText("a", "cs", "1"), new SnapshotText("a", "cs", "2"), new SnapshotText(null, "txt", "3"));
        Assert.Equal("T.M#a.00.received.cs T.M#a.01.received.cs T.M.received.txt", Files());
    }

    [Fact]
    public void Names_have_the_class_the_method_and_the_parameters()
    {
        SkipWhereAccepted();
        var made = Project.OfSpec("stages: [{ blocks: 1, width: 8 }]").Generate().IsClean();

        var message = Assert.Throws<SnapshotException>(() => Snapshots.Verify(
            made, _folder, [("spec", "a/b#c"), ("depth", 1.5), ("none", null)], type: "Outer.T", test: "M", file: "/nowhere/T.cs")).Message;

        Assert.Contains("Outer.T.M_spec=a-b-c_depth=1.5_none=null#Net.g.verified.cs is new", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_source_that_is_not_where_it_was_compiled_is_told()
    {
        var made = Project.OfSpec("stages: [{ blocks: 1, width: 8 }]").Generate();
        var message = Assert.Throws<SnapshotException>(() => Snapshots.Verify(made, "Snapshots", file: "/_/nowhere/T.cs")).Message;
        Assert.Contains("'/_/nowhere', is not here", message, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static void SkipWhereAccepted() =>
        Assert.SkipWhen(Environment.GetEnvironmentVariable("RESNETGEN_ACCEPT_SNAPSHOTS") == "1", "snapshots are being accepted");

    private string Fails(params SnapshotText[] texts)
    {
        SkipWhereAccepted();
        return Assert.Throws<SnapshotException>(() => Snapshots.VerifyTexts(_folder, "T.M", texts)).Message;
    }

    private void Commit(string name, string text) => File.WriteAllText(Path.Combine(_folder, name), text);

    private string Files() => string.Join(' ', Directory.EnumerateFiles(_folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
}
