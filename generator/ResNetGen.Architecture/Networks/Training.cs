using ResNetGen.Architecture.Specs;

namespace ResNetGen.Architecture.Networks;

/// <summary>What only training sees.</summary>
/// <param name="Init">The first weights of convolutions.</param>
/// <param name="LinearInit">The first weights of the linear layer.</param>
/// <param name="ZeroInitResidual">Whether each block starts as its shortcut.</param>
/// <param name="StochasticDepth">The probability that the last block's main path is dropped.</param>
/// <param name="FrozenStages">-1 nothing, 0 the stem, n the stem and the first n stages.</param>
/// <param name="NormEval">Whether batch norms stay in evaluation mode.</param>
public sealed record Training(
    InitKind Init, LinearInit LinearInit, bool ZeroInitResidual, double StochasticDepth, int FrozenStages, bool NormEval);
