namespace ResNetGen.Training;

/// <summary>The arithmetic of forward and backward; weights and the optimizer stay in float32.</summary>
public enum Precision
{
    /// <summary>Single precision.</summary>
    Float32,

    /// <summary>Mixed: convolutions and linear layers in bfloat16, the rest in float32, where the backend has autocast.</summary>
    BFloat16,
}
