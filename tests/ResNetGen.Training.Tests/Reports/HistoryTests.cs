using ResNetGen.Training.Reports;

namespace ResNetGen.Training.Tests.Reports;

public sealed class HistoryTests
{
    [Fact]
    public void Losses_and_errors_read_as_the_same_bits()
    {
        using var folder = new ReportFolder();
        Write(folder, 0, 1, 30);

        var read = HistoryFile.Read(folder.Path).ToList();

        Assert.Equal(Enumerable.Range(1, 30).Select(i => BitConverter.SingleToInt32Bits(ReportFolder.Loss(i))), read.Select(r => BitConverter.SingleToInt32Bits(r.Loss)));
        Assert.Equal(Enumerable.Range(1, 30).Select(i => 0.9 / i), read.Select(r => r.Error));
        Assert.Equal(ReportFolder.Step(30) with { Left = TimeSpan.Zero }, read[^1]);
        Assert.Equal("step,epoch,loss,error,learning_rate,images_per_second,wait_share,elapsed_seconds", File.ReadLines(folder.File("history.csv")).First());
        Assert.Equal("1,0,2.3000002,0.9,0.1,123.4,0.004,1", File.ReadLines(folder.File("history.csv")).ElementAt(1));
    }

    [Fact]
    public void A_row_is_in_the_file_before_the_next_step()
    {
        using var folder = new ReportFolder();
        using var history = new HistoryObserver(folder.Path);
        history.Started(folder.Run());
        for (var step = 1; step <= 5; step++)
        {
            history.Stepped(ReportFolder.Step(step));
            Assert.Equal(step, HistoryFile.Read(folder.Path).Count());
        }
    }

    [Fact]
    public void What_was_written_after_the_checkpoint_goes_when_a_run_goes_on()
    {
        using var folder = new ReportFolder();
        Write(folder, 0, 1, 18, 10, 15);
        // The process was ended in the midst of a row.
        File.AppendAllText(folder.File("history.csv"), "19,1,0.1");

        Write(folder, 12, 13, 30, 20);

        Assert.Equal(Enumerable.Range(1, 30).Select(i => (long)i), HistoryFile.Read(folder.Path).Select(r => r.Step));
        Assert.Equal([10L, 20L], EvaluationsFile.Read(folder.Path).Select(r => r.Step));
        Assert.Equal(ReportFolder.Evaluation(20, 0.02), EvaluationsFile.Read(folder.Path).Last());
        Assert.Equal(2, Directory.GetFiles(folder.Path).Length);
    }

    [Fact]
    public void A_row_that_was_not_written_whole_is_none()
    {
        using var folder = new ReportFolder();
        Write(folder, 0, 1, 4);
        File.AppendAllText(folder.File("history.csv"), "5,0,0.12");

        Assert.Equal(4, HistoryFile.Read(folder.Path).Count());
        Write(folder, 5, 6, 6);
        Assert.Equal([1L, 2, 3, 4, 6], HistoryFile.Read(folder.Path).Select(r => r.Step));
    }

    [Fact]
    public void A_run_that_starts_anew_has_a_new_history()
    {
        using var folder = new ReportFolder();
        Write(folder, 0, 1, 4, 2);
        Write(folder, 0, 1, 2);

        Assert.Equal(2, HistoryFile.Read(folder.Path).Count());
        Assert.Empty(EvaluationsFile.Read(folder.Path));
    }

    [Fact]
    public void Another_file_of_that_name_is_refused_and_left_alone()
    {
        using var folder = new ReportFolder();
        File.WriteAllText(folder.File("history.csv"), "a,b\n1,2\n");

        var error = Assert.Throws<InvalidDataException>(() => Write(folder, 5, 6, 6));

        Assert.Contains(folder.File("history.csv"), error.Message, StringComparison.Ordinal);
        Assert.Equal("a,b\n1,2\n", File.ReadAllText(folder.File("history.csv")));
    }

    private static void Write(ReportFolder folder, long done, int from, int to, params int[] evaluated)
    {
        using var history = new HistoryObserver(folder.Path);
        history.Started(folder.Run(done));
        for (var step = from; step <= to; step++)
        {
            history.Stepped(ReportFolder.Step(step));
            if (evaluated.Contains(step))
                history.Evaluated(ReportFolder.Evaluation(step, step / 1000.0));
        }

        history.Saved(new CheckpointReport(to, "checkpoints/x.pth", IsBest: false));
    }
}
