namespace ResNetGen.Weights.Files;

internal static class FormatDetector
{
    public static CheckpointFormat Detect(FileBytes file) => file.Length > 0 ? CheckpointFormat.PyTorch : CheckpointFormat.TorchSharp;
}
