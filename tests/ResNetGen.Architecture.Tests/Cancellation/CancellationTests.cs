using ResNetGen.Architecture.Analysis;
using ResNetGen.Architecture.Diagnostics;
using ResNetGen.Architecture.Emission;
using ResNetGen.Architecture.Lowering;
using ResNetGen.Architecture.Networks;
using ResNetGen.Architecture.Specs;
using ResNetGen.Architecture.Text;
using ResNetGen.Architecture.Yaml;

namespace ResNetGen.Architecture.Tests.Cancellation;

/// <summary>Every step ends when it is told to, within the work of a block, a line or a few characters.</summary>
public class CancellationTests
{
    private const string Text = "input: [3, 32, 32]\nstem: conv3x3\ndepth: 1202\nhead: { classes: 10 }\n";
    private const int Blocks = 600;

    private static readonly CSharpTarget Target = CSharpTarget.TopLevel("", "Net");
    private static readonly CancellationToken Cancelled = new(canceled: true);

    [Fact]
    public void No_step_begins_after_a_cancellation()
    {
        var (findings, document) = (new Findings(), SpecDocument.Parse("net.resnet.yaml", Text, CancellationToken.None));
        var spec = ResNetSpec.Read(document.Values!, "Net", findings)!;
        var compiled = Compiled();
        Action[] steps =
        [
            () => SpecDocument.Parse("net.resnet.yaml", Text, Cancelled),
            () => SpecDocument.Parse("net.resnet.yaml", "[", Cancelled),
            () => SpecChain.Merge(document, _ => null, [], findings, Cancelled),
            () => CompiledSpec.Compile(document.Values!, "Net", findings, Cancelled),
            () => NetworkBuilder.Build(spec, findings, Cancelled),
            () => Analyser.Analyse(compiled.Network, Cancelled),
            () => InputProblem.Find(compiled.Network, compiled.Network.Input, Cancelled),
            () => AdditionProblem.Find(compiled.Network, compiled.Network.Input, Cancelled),
            () => CSharpEmitter.Emit(compiled, Target, Cancelled),
        ];
        Assert.All(steps, step => Assert.Throws<OperationCanceledException>(step));
        Assert.Empty(findings.ToArray());
    }

    [Fact]
    public void Reading_ends_within_a_thousand_characters_of_the_cancellation()
    {
        using var source = new CancellationTokenSource();
        var text = new CancellableText(new string('#', 200_000), source.Token);
        var read = 0;
        Assert.Throws<OperationCanceledException>(() =>
        {
            for (; text.Read() >= 0; read++)
            {
                if (read == 50_000)
                    source.Cancel();
            }
        });
        Assert.InRange(read, 50_000, 51_100);
        Assert.Throws<OperationCanceledException>(() => text.Read(new char[10], 0, 10));
    }

    [Fact]
    public void A_text_reads_the_same_in_whatever_pieces()
    {
        var long1 = string.Concat(Enumerable.Range(0, 999).Select(i => $"{i}, "));
        using var text = new CancellableText(long1, CancellationToken.None);
        Assert.Equal(('0', '0'), ((char)text.Peek(), (char)text.Read()));
        Assert.Equal(long1[1..], text.ReadToEnd());
        Assert.Equal((-1, -1), (text.Peek(), text.Read()));
    }

    [Fact]
    public void Analysis_ends_within_a_block_of_the_cancellation()
    {
        Assert.Equal(Seen(200), Looked(200, n => Analyser.Analyse(n.Network, n.Cancellation)));
        Assert.Equal(Seen(598), Looked(598, n => Analyser.Analyse(n.Network, n.Cancellation)));
        // A search for the input that would be large enough walks more than once, and ends as soon.
        Assert.Equal(Seen(200), Looked(200, n => InputProblem.Find(n.Network, n.Network.Input, n.Cancellation)));
        Assert.Equal(Seen(200), Looked(200, n => AdditionProblem.Find(n.Network, n.Network.Input, n.Cancellation)));

        static (int Before, int After) Seen(int block) => (block, 0);
    }

    [Fact]
    public void Emission_ends_within_a_block_of_the_cancellation()
    {
        var compiled = Compiled();
        var (before, after) = Looked(200, n => CSharpEmitter.Emit(compiled with { Network = n.Network }, Target, n.Cancellation));
        Assert.Equal(0, after);
        Assert.InRange(before, 0, Blocks);
    }

    private static CompiledSpec Compiled()
    {
        var findings = new Findings();
        return CompiledSpec.Compile(SpecDocument.Parse("net.resnet.yaml", Text, CancellationToken.None).Values!, "Net", findings, CancellationToken.None)!;
    }

    // Runs a step on a network whose block at this place cancels when it is looked at: how many blocks were looked at
    // before it, and how many after.
    private static (int Before, int After) Looked(int place, Action<(Network Network, CancellationToken Cancellation)> step)
    {
        using var source = new CancellationTokenSource();
        var (before, after) = (new HashSet<int>(), new HashSet<int>());
        var network = Compiled().Network;
        var number = 0;
        var stages = network.Stages.Select(s => s with { Blocks = s.Blocks.Select(b => Probed(b, number++)).ToEquatableArray() }).ToEquatableArray();
        Assert.Equal(Blocks, number);
        Assert.Throws<OperationCanceledException>(() => step((network with { Stages = stages }, source.Token)));
        return (before.Count, after.Count);

        Block Probed(Block block, int index) => block with
        {
            Residual = block.Residual.Append(new Probe(index, Look)).ToEquatableArray(),
        };

        void Look(int index)
        {
            if (index == place)
                source.Cancel();
            else
                (source.IsCancellationRequested ? after : before).Add(index);
        }
    }

    // A layer that does nothing, and says when it is looked at.
    private sealed record Probe(int Index, Action<int> Look) : Layer("probe")
    {
        public override string Kind => "probe";

        public override bool IsModule => false;

        public override ImageShape Output(ImageShape input)
        {
            Look(Index);
            return input;
        }

        public override int GetHashCode()
        {
            Look(Index);
            return Index;
        }

        public bool Equals(Probe? other) => other?.Index == Index;
    }
}
