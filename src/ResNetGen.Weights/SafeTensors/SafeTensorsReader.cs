using ResNetGen.Weights.Files;

namespace ResNetGen.Weights.SafeTensors;

internal static class SafeTensorsReader
{
    public static CheckpointContents Read(FileBytes file) => throw new CheckpointException("not yet");
}
