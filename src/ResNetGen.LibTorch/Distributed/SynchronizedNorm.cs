using static TorchSharp.torch;

namespace ResNetGen.LibTorch.Distributed;

/// <summary>Batch normalisation in training by more than this process's inputs; moves the running statistics.</summary>
internal delegate Tensor SynchronizedNorm(
    Tensor input, Tensor? weight, Tensor? bias, Tensor? runningMean, Tensor? runningVar, double momentum, double eps);
