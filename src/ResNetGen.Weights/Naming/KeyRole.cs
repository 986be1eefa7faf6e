namespace ResNetGen.Weights.Naming;

/// <summary>What a tensor is in a network of the family, whatever it is called.</summary>
/// <param name="Part">The part of the network.</param>
/// <param name="Stage">The stage, from 1; 0 outside.</param>
/// <param name="Block">The block in the stage, from 0.</param>
/// <param name="Layer">The layer: <c>conv2</c>, <c>norm2</c>, <c>projection.conv</c>, <c>se.fc1</c>.</param>
/// <param name="Tensor">The tensor of the layer: <c>weight</c>.</param>
internal sealed record KeyRole(KeyPart Part, int Stage, int Block, string Layer, string Tensor);

/// <summary>The parts of a network.</summary>
internal enum KeyPart
{
    Stem,
    Pool,
    Block,
    FinalNorm,
    Classifier,
}
