using ResNetGen.Weights.Files;

namespace ResNetGen.Weights.PyTorch;

internal static class PyTorchReader
{
    public static CheckpointContents Read(FileBytes file, CheckpointOptions options) => throw new CheckpointException("not yet");
}
