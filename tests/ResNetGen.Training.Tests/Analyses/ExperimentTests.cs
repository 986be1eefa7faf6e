using ResNetGen.Training.Analyses;
using ResNetGen.Training.Data;
using ResNetGen.Training.Distributed;
using ResNetGen.Training.Reports;
using ResNetGen.Training.Tests.Evaluation;
using static TorchSharp.torch;

namespace ResNetGen.Training.Tests.Analyses;

public sealed class ExperimentTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("experiment").FullName;
    private readonly List<string> _made = [];

    private static readonly Recipe Recipe = new()
    {
        Name = "tiny",
        BatchSize = 4,
        Length = TrainingLength.Iterations(6),
        LearningRate = new LearningRatePlan { Base = 0.05 },
        Evaluation = new EvaluationView { Every = TrainingLength.Iterations(3) },
    };

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private ComparisonEntry Entry(string name, Func<nn.Module<Tensor, Tensor>> create, NetworkFacts? facts = null) => new(
        name,
        () =>
        {
            _made.Add(name);
            return create();
        },
        facts);

    private ComparisonEntry[] Entries(Action? whenSecondIsMade = null) =>
    [
        Entry("plain", () => new PlainNet(), new NetworkFacts(PlainNet.Architecture.Spec, PlainNet.Architecture.Depth, PlainNet.Architecture.Parameters, PlainNet.Architecture.Macs)),
        Entry("residual", () =>
        {
            whenSecondIsMade?.Invoke();
            return new BasicNet();
        }),
    ];

    private Comparison? Run(ComparisonEntry[] entries, bool resume = false, Recipe? recipe = null, IProcessGroup? group = null, string? folder = null, CancellationToken cancellation = default) => Experiments.Run(
        entries,
        recipe ?? Recipe,
        new TrainingData(new DrawnImages(9, 3, (8, 8)), new DrawnImages(5, 3, (8, 8))),
        new TrainingOptions { Folder = folder ?? _folder, Group = group, Resume = resume, Loading = new LoaderOptions { Workers = 0 } },
        (run, facts) => StandardObservers.For(run, facts, ProgressStyle.Plain, TextWriter.Null),
        cancellation);

    [Fact]
    public void Networks_are_trained_alike_and_compared_and_finished_runs_are_not_repeated()
    {
        using var stop = new CancellationTokenSource();
        var begun = Run(Entries(stop.Cancel), cancellation: stop.Token)!;
        Assert.Equal(["completed", "interrupted"], begun.Runs.Select(r => r.State));
        Assert.False(begun.IsCompleted);

        var first = File.GetLastWriteTimeUtc(Path.Combine(_folder, "plain", "history.csv"));
        var ended = Run(Entries(), resume: true, cancellation: TestContext.Current.CancellationToken)!;
        Assert.True(ended.IsCompleted);
        Assert.Equal(["plain", "residual", "residual"], _made);
        Assert.Equal(first, File.GetLastWriteTimeUtc(Path.Combine(_folder, "plain", "history.csv")));
        Assert.Equal(["plain", "residual"], ended.Runs.Select(r => r.Name));
        Assert.Equal([6L, 6L], ended.Runs.Select(r => r.Step));
        Assert.Equal(PlainNet.Architecture.Macs, ended.Runs[0].Macs);
        Assert.Equal([PlainNet.Architecture.Parameters, BasicNet.Architecture.Parameters], ended.Runs.Select(r => r.Parameters));
        Assert.All(ended.Runs, r => Assert.Equal("test", r.Part));
        Assert.Equal(ended.ToMarkdown(), File.ReadAllText(Path.Combine(_folder, "comparison.md")));
        Assert.Contains("residual, test", File.ReadAllText(Path.Combine(_folder, "curves.svg")), StringComparison.Ordinal);

        // All are finished: nothing is made, the comparison is the same.
        _made.Clear();
        Assert.Equal(ended.ToCsv(), Run(Entries(), resume: true, cancellation: TestContext.Current.CancellationToken)!.ToCsv());
        Assert.Empty(_made);

        var other = Assert.Throws<InvalidDataException>(() => Run(Entries(), resume: true, Recipe with { Seed = 2 }, cancellation: TestContext.Current.CancellationToken));
        Assert.Contains("a finished run by another recipe", other.Message, StringComparison.Ordinal);
        Assert.Throws<TrainingException>(() => Run(Entries(), cancellation: TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Every_process_does_as_the_first_which_sees_the_files_and_ends_when_any_was_asked_to()
    {
        var done = Run([Entries()[0]], cancellation: TestContext.Current.CancellationToken)!;
        _made.Clear();
        var elsewhere = Path.Combine(_folder, "elsewhere");
        Comparison? Of(int rank, List<double[]> votes, Recipe? recipe = null, bool isAsked = false)
        {
            using var group = new RecordedGroup(rank, 2, votes);
            return Run([Entries()[0]], resume: true, recipe, group, rank == 0 ? _folder : elsewhere, isAsked ? new CancellationToken(canceled: true) : TestContext.Current.CancellationToken);
        }

        var finished = new List<double[]>();
        Assert.Equal(done.ToCsv(), Of(0, finished)!.ToCsv());
        Assert.Null(Of(1, finished));

        var refused = new List<double[]>();
        Assert.Throws<InvalidDataException>(() => Of(0, refused, Recipe with { Seed = 2 }));
        Assert.Throws<InvalidDataException>(() => Of(1, refused, Recipe with { Seed = 2 }));

        var asked = new List<double[]>();
        Assert.Null(Of(1, asked, isAsked: true));
        Assert.Null(Of(0, asked));
        Assert.Empty(_made);
    }

    [Theory]
    [InlineData("..")]
    [InlineData("a/b")]
    [InlineData("")]
    public void A_name_that_is_no_folders_name_is_refused(string name) =>
        Assert.Contains("is no name", Assert.Throws<ArgumentException>(() => Run([Entry(name, () => new PlainNet())], cancellation: TestContext.Current.CancellationToken)).Message, StringComparison.Ordinal);

    [Fact]
    public void Networks_of_one_name_or_none_are_refused_before_anything_is_trained()
    {
        Assert.Contains("2 networks are called plain", Assert.Throws<ArgumentException>(() => Run([Entry("plain", () => new PlainNet()), Entry("plain", () => new BasicNet())], cancellation: TestContext.Current.CancellationToken)).Message, StringComparison.Ordinal);
        Assert.Contains("at least one", Assert.Throws<ArgumentException>(() => Run([], cancellation: TestContext.Current.CancellationToken)).Message, StringComparison.Ordinal);
        Assert.Empty(_made);
    }
}
