using ResNetGen.LibTorch.Distributed;
using ResNetGen.LibTorch.Interop;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Batch normalisation.</summary>
public abstract class BatchNorm : NormBase
{
    /// <summary>Makes the parameters (ones and zeros) and the statistics.</summary>
    public BatchNorm(
        long num_features,
        double eps,
        double momentum,
        bool affine,
        bool track_running_stats,
        Device? device,
        ScalarType? dtype,
        string name)
        : base(num_features, eps, momentum, affine, track_running_stats, device, dtype, name)
    {
    }

    /// <summary>What normalises in training in place of the batch's own statistics; null for these.</summary>
    internal SynchronizedNorm? Synchronized { get; set; }

    /// <summary>Normalises each channel: in training by the batch, which moves the running statistics; else by these.</summary>
    public override Tensor forward(Tensor input)
    {
        ValidateInputDimensions(input);
        var isTraining = training;
        var factor = momentum ?? 0;
        if (isTraining && batchesField is { } batches)
        {
            NeuralOperators.AddScalarInPlace.InvokeVoid(batches, 1L);
            factor = momentum ?? 1.0 / batches.item<long>();
        }

        if (isTraining && Synchronized is { } together)
        {
            return together(input, weightField, biasField, runningMeanField, runningVarField, factor, eps);
        }

        var byBatch = isTraining || (runningMeanField is null && runningVarField is null);
        return NeuralOperators.BatchNorm.Invoke(
            input, weightField, biasField, runningMeanField, runningVarField, byBatch, factor, eps, true);
    }
}
