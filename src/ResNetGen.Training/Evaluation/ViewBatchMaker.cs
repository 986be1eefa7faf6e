using System.Runtime.InteropServices;
using ResNetGen.Training.Data;
using static TorchSharp.torch;

namespace ResNetGen.Training.Evaluation;

/// <summary>Decodes, resizes, cuts out and normalises pictures; may be used by several threads at once.</summary>
internal sealed class ViewBatchMaker(IImageSource source, ViewPlan plan, Normalization normalization, CorruptPolicy corrupt)
{
    private readonly PixelWriter _pixels = new(normalization);

    /// <summary>Makes the batch of some pictures.</summary>
    /// <exception cref="CorruptImageException">One cannot be decoded, and that is not to be passed over.</exception>
    /// <exception cref="InvalidDataException">One is smaller than its crop.</exception>
    public ViewBatch Make(int first, int count)
    {
        var pictures = new List<RgbImage>(count);
        var indices = new List<int>(count);
        var skipped = new List<SkippedImage>();
        for (var index = first; index < first + count; index++)
        {
            try
            {
                pictures.Add(source.Read(index));
                indices.Add(index);
            }
            catch (CorruptImageException e) when (corrupt == CorruptPolicy.Skip)
            {
                skipped.Add(new SkippedImage(index, source.Describe(index), e.Message));
            }
        }

        var stacks = new List<ViewStack>();
        try
        {
            var done = 0;
            foreach (var scale in plan.Views.GroupBy(v => v.Scale))
            {
                AddStacks(stacks, pictures, indices, [.. scale], done);
                done += scale.Count();
            }
        }
        catch
        {
            stacks.ForEach(s => s.Dispose());
            throw;
        }

        return new ViewBatch([.. indices], [.. indices.Select(source.Label)], stacks, skipped);
    }

    // The looks at one scale, those of one size together, in the order of the pictures.
    private void AddStacks(List<ViewStack> stacks, List<RgbImage> pictures, List<int> indices, View[] views, int firstView)
    {
        var looks = new List<(RgbImage Picture, Region Region, int Row)>(pictures.Count * views.Length);
        for (var p = 0; p < pictures.Count; p++)
        {
            var picture = views[0].Scale is { } scale ? Resized(pictures[p], scale) : pictures[p];
            if (plan.Crop is { } crop && (picture.Width < crop || picture.Height < crop))
            {
                throw new InvalidDataException(
                    $"{source.Describe(indices[p])}: {picture.Width}x{picture.Height} pixels have no room for the evaluation's crop of {crop}x{crop}; a scale in the recipe's evaluation enlarges pictures");
            }

            for (var v = 0; v < views.Length; v++)
                looks.Add((picture, Region.Of(views[v], picture, plan.Crop), (p * plan.Views.Count) + firstView + v));
        }

        foreach (var size in looks.GroupBy(l => (l.Region.Height, l.Region.Width)))
            stacks.Add(Stack([.. size], size.Key.Height, size.Key.Width));
    }

    private ViewStack Stack((RgbImage Picture, Region Region, int Row)[] looks, int height, int width)
    {
        var images = empty(looks.Length, 3, height, width, dtype: ScalarType.Float32).DetachFromDisposeScope();
        var values = MemoryMarshal.Cast<byte, float>(images.bytes);
        var size = 3 * height * width;
        for (var i = 0; i < looks.Length; i++)
        {
            var (picture, region, _) = looks[i];
            _pixels.Write(picture, region.Left, region.Top, region.Width, region.Height, region.Mirrored, values.Slice(i * size, size));
        }

        return new ViewStack(images, [.. looks.Select(l => l.Row)]);
    }

    private static RgbImage Resized(RgbImage picture, int shorter) =>
        throw new NotSupportedException($"pictures of {picture.Width}x{picture.Height} pixels cannot be resized to {shorter} yet");
}
