using TorchSharp.Modules;
using static TorchSharp.torch;

namespace ResNetGen.LibTorch;

/// <summary>A parameter that is to change by its gradient, which is this object's own handle.</summary>
internal readonly record struct SgdUpdate(Parameter Parameter, Tensor Gradient, SGD.State State);
