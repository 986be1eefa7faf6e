using TorchSharp.Modules;

namespace ResNetGen.LibTorch;

/// <summary>The settings of a group at a step.</summary>
internal readonly record struct SgdNumbers(double Rate, double Momentum, double Dampening, double Decay, bool Nesterov, bool Maximize)
{
    internal static SgdNumbers Of(SGD.Options options) => new(
        options.LearningRate ?? 0,
        options.momentum ?? 0,
        options.dampening ?? 0,
        options.weight_decay ?? 0,
        options.nesterov ?? false,
        options.maximize ?? false);
}
