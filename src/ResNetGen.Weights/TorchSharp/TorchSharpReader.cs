using ResNetGen.Weights.Files;

namespace ResNetGen.Weights.TorchSharp;

internal static class TorchSharpReader
{
    public static CheckpointContents Read(FileBytes file) => throw new CheckpointException("not yet");
}
