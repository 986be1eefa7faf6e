using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace ResNetGen.Training.Data;

/// <summary>Makes the batch of a step; several threads may call it at once.</summary>
internal sealed class BatchMaker(IImageSource source, Recipe recipe, BatchPlan plan, CorruptPolicy corrupt)
{
    private readonly Augmenter _augmenter = new(recipe);

    /// <summary>Reads, augments and stacks the pictures of a step.</summary>
    /// <exception cref="CorruptImageException">A picture cannot be decoded, or none of those of the step.</exception>
    /// <exception cref="InvalidDataException">Pictures are smaller than the crop, or differ in size where nothing is cut out.</exception>
    public MadeBatch Make(long step)
    {
        var share = plan.Share(step);
        var indices = new List<int>(share.Count);
        var skipped = new List<SkippedImage>();
        using var images = new BatchMemory(share.Count);
        foreach (var index in share)
        {
            if (Read(index, skipped) is not { } image)
                continue;

            try
            {
                var drawn = _augmenter.Draw(image, plan.Epoch(step), index);
                _augmenter.Write(image, drawn, images.Place(indices.Count, drawn.Window));
            }
            catch (InvalidDataException problem)
            {
                throw new InvalidDataException($"{source.Describe(index)}: {problem.Message}.", problem);
            }

            indices.Add(index);
        }

        if (indices.Count == 0)
            throw new CorruptImageException($"No picture of step {step + 1} can be decoded; the first is {skipped[0].Path}: {skipped[0].Reason}");

        return new MadeBatch(new Batch(images.Take(indices.Count), Labels(indices), indices), skipped);
    }

    private RgbImage? Read(int index, List<SkippedImage> skipped)
    {
        try
        {
            return source.Read(index);
        }
        catch (CorruptImageException problem) when (corrupt == CorruptPolicy.Skip)
        {
            skipped.Add(SkippedImage.Of(source, index, problem));
            return null;
        }
    }

    private Tensor Labels(List<int> indices)
    {
        var labels = empty([indices.Count], ScalarType.Int64).DetachFromDisposeScope();
        var numbers = MemoryMarshal.Cast<byte, long>(labels.bytes);
        for (var i = 0; i < numbers.Length; i++)
            numbers[i] = source.Label(indices[i]);
        return labels;
    }
}
