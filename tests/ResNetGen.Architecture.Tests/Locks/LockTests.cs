using ResNetGen.Architecture.Locks;
using ResNetGen.Architecture.Tests.Comparison;
using ResNetGen.Architecture.Tests.Support;

namespace ResNetGen.Architecture.Tests.Locks;

public class LockTests
{
    private const string Path = "net.resnet.lock";
    private const string Small = "input: [3, 32, 32]\nstem: conv3x3\nstages: [{ blocks: 2, width: 16 }]\n";

    private static readonly string Lock = LockText.Of(Spec.Right(Small), Spec.Path);

    public static TheoryData<string> Names => [.. SpecFolder.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_lock_is_short_and_says_what_the_spec_gives(string name)
    {
        var spec = SpecFolder.Compile(name);
        var text = LockText.Of(spec, name + ".resnet.yaml");
        Assert.InRange(text.Count(c => c == '\n'), 30, 65);
        Assert.DoesNotContain('\r', text);
        Assert.True(text.All(char.IsAscii));
        Assert.All(text.Split('\n'), line => Assert.Equal(line.TrimEnd(), line));

        var document = LockDocument.Parse(Path, text, TestContext.Current.CancellationToken);
        Assert.Empty(document.Findings);
        Assert.Equal(LockFacts.Of(spec), document.Entries!.Select(e => e.Fact));
        Assert.Empty(LockComparer.Compare(document.Entries!, LockFacts.Of(spec)));
        Assert.Null(LockComparer.Find(document, LockFacts.Of(spec)));
    }

    [Fact]
    public void Every_mutation_of_a_network_differs_from_its_lock_but_the_name()
    {
        var spec = Spec.Right("block: preact_bottleneck\nstages: [{ blocks: 2, width: 16 }, { blocks: 3, width: 16, stride: 2, avg_down: timm }]\nattention: eca\nhead: { dropout: 0.5 }");
        var entries = LockDocument.Parse(Path, LockText.Of(spec, Spec.Path), TestContext.Current.CancellationToken).Entries!;
        foreach (var (property, mutant) in Mutants.Of(spec.Network))
        {
            // A mutant with more or fewer stages has no analysis to go with it.
            if (mutant.Stages.Count == spec.Network.Stages.Count)
                Assert.True(LockComparer.Compare(entries, LockFacts.Of(spec with { Network = mutant })).Count > 0 == (property != "Network.Name"), property);
        }
    }

    [Fact]
    public void What_differs_is_told_by_its_meaning_and_its_line()
    {
        var document = LockDocument.Parse(Path, Lock, TestContext.Current.CancellationToken);
        var differences = LockComparer.Compare(document.Entries!, LockFacts.Of(Spec.Right(Small.Replace("blocks: 2", "blocks: 3"))));
        Assert.Equal("locked: depth 6; the spec gives 8", differences[0].ToString());
        Assert.Equal((4, "depth: 6".Length), (differences[0].Site.StartLine, differences[0].Site.Length));
        Assert.Contains("locked: layer1.0 2 x basic [3x3 16, 3x3 16]; the spec gives 3 x basic [3x3 16, 3x3 16]", differences.Select(d => d.ToString()));
        // The state dict's line is another one: the old is no more, the new is not locked.
        Assert.Contains("locked: state dict layer1.0-1 conv1, bn1, conv2, bn2; the spec gives none", differences.Select(d => d.ToString()));
        Assert.Contains("not locked: state dict layer1.0-2 conv1, bn1, conv2, bn2", differences.Select(d => d.ToString()));
        Assert.DoesNotContain(differences, d => d.Fact is "hash" or "state dict sha256");
    }

    [Fact]
    public void The_hash_is_told_where_nothing_else_differs()
    {
        var document = LockDocument.Parse(Path, Lock.Replace("hash: ", "hash: 0")[..^2] + "\n", TestContext.Current.CancellationToken);
        Assert.Equal("hash", Assert.Single(LockComparer.Compare(document.Entries!, LockFacts.Of(Spec.Right(Small)))).Fact);
    }

    [Theory]
    [InlineData("\n", "\r\n")]
    [InlineData("\n", "\r")]
    [InlineData("\n", "\n\n")]
    [InlineData("resnetgen", "# größe 模型\nresnetgen")]
    public void Line_ends_and_comments_do_not_matter(string old, string now)
    {
        var at = Lock.IndexOf(old, StringComparison.Ordinal);
        var text = old == "\n" ? Lock.Replace(old, now) : Lock[..at] + now + Lock[(at + old.Length)..];
        var document = LockDocument.Parse(Path, text, TestContext.Current.CancellationToken);
        Assert.Empty(document.Findings);
        Assert.Empty(LockComparer.Compare(document.Entries!, LockFacts.Of(Spec.Right(Small))));
        Assert.All(document.Entries!, e => Assert.StartsWith(e.Fact.Name.Length > 0 ? e.Fact.Name : e.Fact.Section, text.Substring(e.Site.Start, e.Site.Length), StringComparison.Ordinal));
    }

    public static TheoryData<string, string, string, int> Mistakes => new()
    {
        { "resnetgen lock v1", "resnetgen lock v2", "'v2' is written by another ResNetGen: this one reads v1", 1 },
        { "resnetgen lock v1\n", "", "expected 'resnetgen lock v1' on the first line", 3 },
        { "depth: 6", "depth 6", "expected 'name: value'", 5 },
        { "depth: 6", "depth: six", "'six' is no number", 5 },
        { "depth: 6", "depth:", "'depth' has no value", 5 },
        { "depth: 6", "depth: 6\ndepth: 6", "'depth' is said twice", 6 },
        { "depth: 6", " depth: 6", "expected no space before a name, or two", 5 },
        { "depth: 6", "  depth: 6", "nothing stands below 'input'", 5 },
        { "depth: 6", "depht: 6", "no lock has a 'depht'", 5 },
        { "depth: 6", ": 6", "expected a name before ':'", 5 },
        { "depth: 6", "<<<<<<< main\ndepth: 6", "a merge left its conflict here", 5 },
        { "depth: 6\n", "", "the lock has no 'depth'", 41 },
        { "input: 3x32x32\n", "  input: 3x32x32\n", "'input' stands below nothing", 4 },
        { "hash: ", "hash: z", "a hash has 64 hexadecimal digits", 42 },
        { "  sha256: ", "  sha256: 0", "a hash has 64 hexadecimal digits", 40 },
        { "taps:\n", "taps: 2\n", "'taps' has no value of its own", 23 },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void What_a_lock_would_not_say_is_one_error_at_its_line(string right, string wrong, string message, int line)
    {
        Assert.Contains(right, Lock, StringComparison.Ordinal);
        var document = LockDocument.Parse(Path, Lock.Replace(right, wrong), TestContext.Current.CancellationToken);
        Assert.Null(document.Entries);
        var found = Assert.Single(document.Findings);
        Assert.Equal((LockRules.Malformed, message, "net.resnet.yaml", line), (found.Rule, found.Arguments[0], found.Arguments[1], found.Site.StartLine + 1));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n# only a comment\n")]
    public void An_empty_lock_is_an_error(string text) =>
        Assert.Equal("an empty lock", Assert.Single(LockDocument.Parse(Path, text, TestContext.Current.CancellationToken).Findings).Arguments[0]);

    [Fact]
    public void A_lock_of_any_prefix_or_with_any_byte_is_read_or_refused_once()
    {
        for (var length = 0; length < Lock.Length; length++)
        {
            foreach (var text in new[] { Lock[..length], Lock[..length] + "\0" + Lock[(length + 1)..], Lock[..length] + "\n" + Lock[length..] })
            {
                var document = LockDocument.Parse(Path, text, TestContext.Current.CancellationToken);
                Assert.Equal(document.Entries is null ? 1 : 0, document.Findings.Count);
                Assert.All(document.Findings, f => Assert.InRange(f.Site.Start + f.Site.Length, 0, text.Length));
            }
        }
    }

    [Fact]
    public void A_text_longer_than_any_lock_is_refused_before_it_is_read() => Assert.Equal(
        "longer than any lock is",
        Assert.Single(LockDocument.Parse(Path, new string('\n', 9_000_000), TestContext.Current.CancellationToken).Findings).Arguments[0]);

    [Theory]
    [InlineData("specs/net.resnet.yaml", "specs/net.resnet.lock")]
    [InlineData("Net.ResNet.Yaml", "Net.resnet.lock")]
    public void A_lock_lies_beside_its_spec(string spec, string file)
    {
        Assert.Equal(file, LockPath.Of(spec));
        Assert.True(LockPath.Is(file));
        Assert.False(LockPath.Is(spec));
        Assert.Equal(spec, LockPath.SpecOf(file), ignoreCase: true);
    }
}
