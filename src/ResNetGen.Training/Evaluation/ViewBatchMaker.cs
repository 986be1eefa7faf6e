using System.Runtime.InteropServices;
using ResNetGen.Training.Data;
using static TorchSharp.torch;

namespace ResNetGen.Training.Evaluation;

/// <summary>Decodes, resizes, cuts out and normalises pictures; may be used by several threads at once.</summary>
internal sealed class ViewBatchMaker(IImageSource source, ViewPlan plan, Normalization normalization, CorruptPolicy corrupt)
{
    private readonly PixelTables _tables = PixelTables.Normalized(normalization);

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
        var looks = new List<(RgbImage Picture, Window Window, int Row)>(pictures.Count * views.Length);
        for (var p = 0; p < pictures.Count; p++)
        {
            var picture = pictures[p];
            var (width, height) = views[0].Scale is { } scale ? Resampler.Size(picture, scale) : (picture.Width, picture.Height);
            if (plan.Crop is { } crop && (width < crop || height < crop))
            {
                throw new InvalidDataException(
                    $"{source.Describe(indices[p])}: {width}x{height} pixels have no room for the evaluation's crop of {crop}x{crop}; a scale in the recipe's evaluation enlarges pictures");
            }

            Window[] windows = [.. views.Select(v => v.In(width, height, plan.Crop))];
            if (width != picture.Width || height != picture.Height)
                picture = Resized(picture, width, height, windows);

            for (var v = 0; v < views.Length; v++)
                looks.Add((picture, windows[v], (p * plan.Views.Count) + firstView + v));
        }

        foreach (var size in looks.GroupBy(l => (l.Window.Height, l.Window.Width)))
            stacks.Add(Stack([.. size], size.Key.Height, size.Key.Width));
    }

    // Of a single window only what it shows is computed; it then lies in the corner.
    private static RgbImage Resized(RgbImage picture, int width, int height, Window[] windows)
    {
        var part = windows is [var only] ? only : new Window(0, 0, width, height);
        if (windows.Length == 1)
            windows[0] = part with { Left = 0, Top = 0 };

        var pixels = GC.AllocateUninitializedArray<byte>(checked(3 * part.Width * part.Height));
        Resampler.Resize(picture, width, height, part.Left, part.Top, part.Width, part.Height, pixels);
        return new RgbImage(part.Width, part.Height, pixels);
    }

    private ViewStack Stack((RgbImage Picture, Window Window, int Row)[] looks, int height, int width)
    {
        var images = empty(looks.Length, 3, height, width, dtype: ScalarType.Float32).DetachFromDisposeScope();
        var values = MemoryMarshal.Cast<byte, float>(images.bytes);
        var size = 3 * height * width;
        for (var i = 0; i < looks.Length; i++)
            PixelWriter.Write(looks[i].Picture, looks[i].Window, _tables, values.Slice(i * size, size));

        return new ViewStack(images, [.. looks.Select(l => l.Row)]);
    }
}
