namespace ResNetGen.Weights;

/// <summary>How a file holds a state dict.</summary>
public enum CheckpointFormat
{
    /// <summary>PyTorch's zip archive (1.6 and newer): <c>.pth</c>, <c>.pt</c>, <c>.bin</c>.</summary>
    PyTorch,

    /// <summary>safetensors: a JSON header and raw bytes: <c>.safetensors</c>.</summary>
    SafeTensors,

    /// <summary>What TorchSharp's <c>Module.save</c> writes: <c>.dat</c>.</summary>
    TorchSharp,
}
