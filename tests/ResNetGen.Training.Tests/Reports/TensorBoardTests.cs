using ResNetGen.Training.Reports;
using ResNetGen.Training.Reports.TensorBoard;

namespace ResNetGen.Training.Tests.Reports;

public sealed class TensorBoardTests
{
    // RFC 3720, appendix B.4, and the check value of the catalogues.
    [Theory]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000", 0x8A9136AA)]
    [InlineData("FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF", 0x62A8AB43)]
    [InlineData("000102030405060708090A0B0C0D0E0F101112131415161718191A1B1C1D1E1F", 0x46DD794E)]
    [InlineData("313233343536373839", 0xE3069283)]
    public void Checksums_are_those_of_the_standard(string bytes, uint expected) => Assert.Equal(expected, Crc32C.Of(Convert.FromHexString(bytes)));

    [Fact]
    public void A_file_begins_as_TensorFlow_s_do()
    {
        using var folder = new ReportFolder();
        Write(folder, 0, 1, 1);

        // Length 24, and its masked checksum, as every event file of TensorFlow begins.
        Assert.Equal("1800000000000000A37F4B22", Convert.ToHexString(File.ReadAllBytes(Files(folder).Single())[..12]));
    }

    [Fact]
    public void Another_reader_finds_what_was_told()
    {
        using var folder = new ReportFolder();
        Write(folder, 0, 1, 30);

        var events = EventReader.Read(Files(folder).Single());

        Assert.Equal("brain.Event:2", events[0].Version);
        Assert.StartsWith("```yaml\n", events[1].Texts["recipe/text_summary"], StringComparison.Ordinal);
        Assert.Contains("name: short\n", events[1].Texts["recipe/text_summary"], StringComparison.Ordinal);
        var steps = events.Where(e => e.Scalars.ContainsKey("train/loss")).ToList();
        Assert.Equal(Enumerable.Range(1, 30).Select(i => ((long)i, ReportFolder.Loss(i), (float)(0.9 / i), 0.1f)), steps.Select(e => (e.Step, e.Scalars["train/loss"], e.Scalars["train/error"], e.Scalars["train/learning_rate"])));
        var test = Assert.Single(events, e => e.Scalars.ContainsKey("test/loss"));
        Assert.Equal((30L, 1 / 3f, 0.5f, (float)(0.5 / 7)), (test.Step, test.Scalars["test/loss"], test.Scalars["test/top1_error"], test.Scalars["test/top5_error"]));
        Assert.All(events, e => Assert.Null(e.Session));
        Assert.All(events, e => Assert.InRange(e.WallTime, 1.7e9, 1e11));
    }

    [Fact]
    public void A_run_that_goes_on_begins_a_later_file_that_takes_back_later_steps()
    {
        using var folder = new ReportFolder();
        Write(folder, 0, 1, 18);
        Write(folder, 12, 13, 30);

        var files = Files(folder);
        Assert.Equal(2, files.Count);
        var second = EventReader.Read(files[1]);
        Assert.Equal("brain.Event:2", second[0].Version);
        Assert.Equal((13L, 1L), (second[1].Step, second[1].Session));
        Assert.Equal(13, second[2].Step);
        Assert.All(second, e => Assert.Empty(e.Texts));
    }

    [Fact]
    public void A_run_that_is_ended_by_force_leaves_what_is_measured()
    {
        using var folder = new ReportFolder();
        using var observer = new TensorBoardObserver(folder.Path);
        observer.Started(folder.Run());
        observer.Stepped(ReportFolder.Step(1));
        observer.Evaluated(ReportFolder.Evaluation(1, 0.5));

        // Neither ended nor disposed.
        Assert.Contains(EventReader.Read(Files(folder).Single()), e => e.Scalars.ContainsKey("test/top1_error"));
    }

    // In the order in which TensorBoard reads them.
    private static List<string> Files(ReportFolder folder) => [.. Directory.GetFiles(folder.Path, "*tfevents*").Order(StringComparer.Ordinal)];

    private static void Write(ReportFolder folder, long done, int from, int to)
    {
        using var observer = new TensorBoardObserver(folder.Path);
        observer.Started(folder.Run(done));
        for (var step = from; step <= to; step++)
            observer.Stepped(ReportFolder.Step(step));

        observer.Evaluated(ReportFolder.Evaluation(to, 0.5));
        observer.Ended(ReportFolder.End(to, completed: true));
    }
}
