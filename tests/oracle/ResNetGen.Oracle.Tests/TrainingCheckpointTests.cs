using ResNetGen.Training;
using ResNetGen.Training.Data;
using ResNetGen.Weights;
using Xunit;
using static TorchSharp.torch;

namespace ResNetGen.Oracle.Tests;

/// <summary>Checkpoints of training runs, in Python's torch.</summary>
public sealed class TrainingCheckpointTests
{
    private static readonly Recipe Recipe = new()
    {
        Name = "oracle",
        BatchSize = 8,
        Length = TrainingLength.Iterations(3),
        Seed = ulong.MaxValue,
        Optimizer = new SgdSettings { DecayNorms = false, Nesterov = true },
        LearningRate = new LearningRatePlan { Base = 0.05 },
        LabelSmoothing = 0.1,
        Evaluation = new EvaluationView { Every = TrainingLength.Iterations(3) },
    };

    [Fact]
    public void Python_goes_on_from_a_checkpoint_as_the_run_itself_does_to_the_bit()
    {
        var folder = OracleFolder.NewPath("run");
        var data = ImageSources.Open("synthetic:40,8");
        using var network = new ResNet18();
        new Trainer(network, "ResNet18", Recipe, data, new TrainingOptions { Folder = folder, CheckpointEvery = TrainingLength.Iterations(1), KeepLast = 3 })
            .Run(TestContext.Current.CancellationToken);

        using var loader = new BatchLoader(data.Training, Recipe, new LoaderOptions { Workers = 0 });
        using var batch = loader.Batches(2).First();
        using var holder = new Holder(batch);
        holder.SaveWeights(Path.Combine(folder, "batch.safetensors"));

        var finding = Python.Run("check_training.py", folder, "resnet18");
        OracleFolder.Report($"a run's checkpoint, read by Python's torch, one step of SGD from it: {finding}");
        Assert.Equal("equal to the bit", finding);
    }

    /// <summary>Tensors as a module's state.</summary>
    private sealed class Holder : nn.Module
    {
        public Holder(Batch batch)
            : base("holder")
        {
            register_buffer("images", batch.Images.alias());
            register_buffer("labels", batch.Labels.alias());
        }
    }
}
