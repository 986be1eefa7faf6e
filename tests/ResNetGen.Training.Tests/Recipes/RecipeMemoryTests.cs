using ResNetGen.Training.Tests.Data;
using static TorchSharp.torch;

namespace ResNetGen.Training.Tests;

[Collection("live tensors")]
public sealed class RecipeMemoryTests
{
    [Fact]
    public void Initializing_and_freezing_leave_no_tensor_behind()
    {
        var recipe = new Recipe { Name = "x", Length = TrainingLength.Epochs(1), LearningRate = new LearningRatePlan() };
        using var network = new ZeroInitNet();
        Initializer.Apply(network, recipe);
        var before = LiveTensors.Count();

        Initializer.Apply(network, recipe);
        Freezing.Apply(network, new FineTuning { FrozenStages = 1, FrozenNorms = true });

        Assert.Equal(before, Tensor.TotalCount);
    }
}
