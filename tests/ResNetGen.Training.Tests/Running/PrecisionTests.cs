#if !TORCHSHARP
namespace ResNetGen.Training.Tests.Running;

[Collection(RunsAlone.Name)]
public sealed class PrecisionTests
{
    [Fact]
    public void In_bfloat16_the_losses_are_close_and_weights_and_momentum_stay_float32()
    {
        using var folders = new RunningFolder();
        var single = Runs.Train(Path.Combine(folders.Path, "single"), Runs.Short(6));
        var mixed = Runs.Train(Path.Combine(folders.Path, "mixed"), Runs.Short(6) with { Precision = Precision.BFloat16 });
        Assert.NotEqual(single.Learnt, mixed.Learnt);
        Assert.All(single.Steps.Zip(mixed.Steps), s => Assert.Equal(s.First.Loss, s.Second.Loss, 0.05f));
        Assert.All(
            RunningFolder.Everything(Path.Combine(folders.Path, "mixed", "checkpoints", "step-6.pth")).Skip(1).Where(t => !t.Contains("num_batches_tracked", StringComparison.Ordinal)),
            tensor => Assert.Contains(" Float32 ", tensor, StringComparison.Ordinal));
    }
}
#endif
