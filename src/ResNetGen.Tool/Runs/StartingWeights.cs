using ResNetGen.Weights;
using static TorchSharp.torch;

namespace ResNetGen.Tool.Runs;

/// <summary>What a network has learnt before.</summary>
/// <param name="Path">The checkpoint.</param>
/// <param name="NewHead">Whether the classifier is left as it is.</param>
internal sealed record StartingWeights(string Path, bool NewHead)
{
    public void LoadInto(nn.Module module)
    {
        foreach (var note in module.LoadWeights(Path, new LoadOptions { IgnoreHead = NewHead }).Notes)
            Console.Error.WriteLine("resnetgen: " + note);
    }
}
