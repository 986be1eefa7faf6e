using System.Globalization;
using ResNetGen.Fuzz.Cases;
using ResNetGen.Fuzz.Running;
using Xunit;

namespace ResNetGen.Fuzz.Tests;

/// <summary>The cases of the corpus, and what is kept of what a run found.</summary>
public sealed class CorpusTests
{
    public static TheoryData<string> Names => [.. Seeds.Corpus().Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_case_of_the_corpus_holds(string name)
    {
        var failure = Minimiser.FailureOf(Seeds.Corpus().Single(c => c.Name == name).Case);
        Assert.True(failure is null, $"{failure?.Signature}: {failure?.Message}");
    }

    [Fact]
    public void A_case_is_read_as_it_was_written()
    {
        FuzzCase written = new(
            [new SpecFile("a b.resnet.yaml", "x: 1\r\n\0\ud800=== \\n\n"), new SpecFile("c.resnet.yaml", "stages: 1\n"), new SpecFile("d.resnet.yaml", "")],
            [new AttributeSaid("Depth", ["20"]), new AttributeSaid("Taps", ["c2, \\", "é"]), new AttributeSaid("Blocks", ["1", "2"])]);
        var read = CaseText.Read(written.ToString());
        Assert.Equal(written.Files, read.Files);
        Assert.Equal(written.Attribute.Select(a => (a.Name, string.Join('|', a.Values))), read.Attribute.Select(a => (a.Name, string.Join('|', a.Values))));
    }

    [Fact]
    public void A_short_run_from_a_fixed_seed_finds_nothing()
    {
        const int inputs = 300;
        var folder = Directory.CreateTempSubdirectory("resnetgen-fuzz-").FullName;
        var said = new StringWriter(CultureInfo.InvariantCulture);
        var run = new FuzzRun(new FuzzOptions(double.PositiveInfinity, inputs, Seed: 1, Jobs: 1, Replay: null), folder, said);
        run.Run();
        Directory.Delete(folder, recursive: true);

        Assert.True(run.Tally.Failures == 0, $"{said}\n{run.Tally}");
        Assert.Equal(inputs, run.Tally.Tried);
        // It did something: of both kinds, and through the compiler.
        Assert.InRange(run.Tally.Accepted, inputs / 10, inputs - (inputs / 10));
        Assert.True(run.Tally.Compiled > 60, run.Tally.ToString());
    }
}
