namespace ResNetGen.Training.Tests.Running;

[Collection(RunsAlone.Name)]
public sealed class SampleTests
{
    // The sample itself says whether the new head and the detector learnt, and whether what is frozen is as it was to the bit.
    [Fact]
    public void The_fine_tuning_sample_learns_on_what_was_learnt_and_leaves_what_is_frozen()
    {
        using var sample = WorkerProcess.OfSample("FineTuning");
        var lines = string.Join('\n', sample.End());

        Assert.True(sample.ExitCode == 0, lines + sample.Complaint);
        Assert.Contains("gradients reach           layer2 (C3), layer3 (C4), layer4 (C5)\n", lines, StringComparison.Ordinal);
    }
}
