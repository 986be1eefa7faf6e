using ResNetGen.Training.Data;

namespace ResNetGen.Training.Tests.Data;

public sealed class AugmentationTests
{
    private static readonly RgbImage Picture = Pictures.Expected("rgb.png");

    [Theory]
    [InlineData(9)]
    [InlineData(16)]
    [InlineData(22)]
    [InlineData(40)]
    [InlineData(75)]
    public void Resizing_is_that_of_PIL_to_within_one_level(int side)
    {
        Assert.InRange(Pictures.LargestDifference(Pictures.Expected($"resized-{side}"), Resampler.ResizeShorterSide(Picture, side)), 0, 1);
        Assert.InRange(Pictures.LargestDifference(Pictures.Expected($"upright-resized-{side}"), Resampler.ResizeShorterSide(Upright(), side)), 0, 1);
    }

    [Fact]
    public void A_part_of_a_resized_picture_is_cut_from_the_whole()
    {
        var whole = Resampler.ResizeShorterSide(Picture, 40);
        var part = new byte[3 * 7 * 5];
        Resampler.Resize(Picture, whole.Width, whole.Height, 11, 22, 7, 5, part);
        var expected = Enumerable.Range(22, 5).SelectMany(y => whole.Pixels.AsSpan(3 * ((y * whole.Width) + 11), 21).ToArray());
        Assert.Equal(expected, part);
    }

    [Fact]
    public void A_picture_of_the_right_size_is_left_as_it_is() => Assert.Same(Picture, Resampler.ResizeShorterSide(Picture, 23));

    [Fact]
    public void Normalisation_is_that_of_torchvision_to_the_bit() =>
        Assert.Equal(Pictures.Floats("normalized"), Written(Picture, new Window(0, 0, 31, 23), PixelTables.Normalized(Normalization.ImageNet)));

    [Fact]
    public void A_window_shows_the_picture_mirrored_or_not_and_zero_outside()
    {
        var whole = Pictures.Floats("normalized");
        foreach (var window in new[]
        {
            new Window(3, 5, 10, 8), new Window(3, 5, 10, 8, Flip: true), new Window(-4, -2, 32, 32), new Window(-4, -2, 32, 32, Flip: true),
            new Window(20, 18, 16, 16), new Window(20, 18, 16, 16, Flip: true), new Window(-9, 0, 9, 9), new Window(31, 23, 4, 4),
        })
        {
            var written = Written(Picture, window, PixelTables.Normalized(Normalization.ImageNet));
            for (var at = 0; at < written.Length; at++)
            {
                var (channel, y, x) = (at / (window.Width * window.Height), at / window.Width % window.Height, at % window.Width);
                var (column, row) = (window.Left + (window.Flip ? window.Width - 1 - x : x), window.Top + y);
                var inside = column is >= 0 and < 31 && row is >= 0 and < 23;
                Assert.Equal(inside ? whole[(channel * 31 * 23) + (row * 31) + column] : 0, written[at]);
            }
        }
    }

    [Theory]
    [InlineData("0.6", 0.6f)]
    [InlineData("1.4", 1.4f)]
    public void Brightness_contrast_and_saturation_are_those_of_torchvision(string text, float factor)
    {
        var area = new PlaneArea(31, 31 * 23, 0, 0, 31, 23);
        Near(Pictures.Floats($"brightness-{text}"), planes => ColorJitter.Brightness(planes, area, factor));
        Near(Pictures.Floats($"contrast-{text}"), planes => ColorJitter.Contrast(planes, area, factor));
        Near(Pictures.Floats($"saturation-{text}"), planes => ColorJitter.Saturation(planes, area, factor));
    }

    [Theory]
    [InlineData(ColorAugmentation.Pca)]
    [InlineData(ColorAugmentation.Jitter)]
    public void Colours_change_with_the_epoch_and_never_the_padding(ColorAugmentation color)
    {
        var recipe = TestRecipes.Plain() with { Augmentation = new Augmentation { Pad = 3, Color = color }, Normalization = Normalization.ImageNet };
        var first = Augmented(recipe, 0);
        Assert.Equal(first, Augmented(recipe, 0));
        Assert.NotEqual(first, Augmented(recipe, 1));
        Assert.Equal((31 + 6) * (23 + 6) * 3, first.Length);
        Assert.Equal(3 * (((31 + 6) * (23 + 6)) - (31 * 23)), first.Count(value => value == 0));
    }

    [Fact]
    public void The_colour_shift_moves_each_channel_as_far_in_every_pixel_by_the_published_deviation()
    {
        var random = RandomNumbers.Of(1, RandomPurpose.Augmentation);
        var shifts = Enumerable.Range(0, 20_000).Select(_ => ColorShift.Draw(ref random)).ToArray();

        // 0.1 * sqrt(sum of (vector * value)^2) of each channel's row.
        Assert.Equal(0.01242, Deviation(shifts.Select(shift => (double)shift.Red)), 0.0003);
        Assert.Equal(0.01264, Deviation(shifts.Select(shift => (double)shift.Green)), 0.0003);
        Assert.Equal(0.01276, Deviation(shifts.Select(shift => (double)shift.Blue)), 0.0003);

        var recipe = TestRecipes.Plain() with { Augmentation = new Augmentation { Color = ColorAugmentation.Pca } };
        var plain = Written(Picture, new Window(0, 0, 31, 23), PixelTables.Unit);
        var moved = Augmented(recipe, 0).Zip(plain, (a, b) => a - b).Chunk(31 * 23).ToArray();
        Assert.All(moved, channel => Assert.InRange(channel.Max() - channel.Min(), 0, 1e-6f));
        Assert.Contains(moved, channel => Math.Abs(channel[0]) > 1e-4);
    }

    [Fact]
    public void Scales_are_drawn_from_the_whole_range_and_crops_from_every_place()
    {
        var recipe = TestRecipes.Plain() with { Augmentation = new Augmentation { Scale = new SideRange(20, 23), Crop = 18, Flip = true } };
        var augmenter = new Augmenter(recipe);
        var drawn = Enumerable.Range(0, 4000).Select(index => augmenter.Draw(Picture, 0, index)).ToArray();
        Assert.Equal([20, 21, 22, 23], drawn.Select(one => one.Height).Distinct().Order());
        Assert.Equal(Enumerable.Range(0, 6), drawn.Select(one => one.Window.Top).Distinct().Order());
        Assert.Equal(Enumerable.Range(0, 14), drawn.Where(one => one.Height == 23).Select(one => one.Window.Left).Distinct().Order());
        Assert.InRange(drawn.Count(one => one.Window.Flip), 1850, 2150);
        Assert.All(drawn.CountBy(one => one.Height), size => Assert.InRange(size.Value, 880, 1120));
    }

    [Fact]
    public void A_scaled_crop_is_the_crop_of_the_scaled_picture()
    {
        var recipe = TestRecipes.Plain() with { Augmentation = new Augmentation { Scale = new SideRange(40, 40), Pad = 2, Crop = 30, Flip = true } };
        var augmenter = new Augmenter(recipe);
        var whole = Resampler.ResizeShorterSide(Picture, 40);
        for (var index = 0; index < 20; index++)
        {
            var drawn = augmenter.Draw(Picture, 3, index);
            var written = new float[3 * 30 * 30];
            augmenter.Write(Picture, drawn, written);
            Assert.Equal(Written(whole, drawn.Window, PixelTables.Unit), written);
        }
    }

    [Fact]
    public void Random_numbers_spread_evenly()
    {
        var random = RandomNumbers.Of(1, RandomPurpose.Order);
        var counts = new int[7];
        for (var i = 0; i < 70_000; i++)
            counts[random.Below(7)]++;
        Assert.All(counts, count => Assert.InRange(count, 9_600, 10_400));
        Assert.Equal(1, Deviation(Enumerable.Range(0, 20_000).Select(_ => random.Normal())), 0.02);
        Assert.Equal(Enumerable.Range(0, 100), random.Permutation(100).Order());
        Assert.Equal(1000, Enumerable.Range(0, 1000).Select(index => RandomNumbers.Of(1, RandomPurpose.Order, 0, index).Next()).Distinct().Count());
    }

    private static RgbImage Upright()
    {
        var pixels = new byte[Picture.Pixels.Length];
        for (var y = 0; y < Picture.Height; y++)
        {
            for (var x = 0; x < Picture.Width; x++)
                Picture.Pixels.AsSpan(3 * ((y * Picture.Width) + x), 3).CopyTo(pixels.AsSpan(3 * ((x * Picture.Height) + y)));
        }

        return new RgbImage(Picture.Height, Picture.Width, pixels);
    }

    private static float[] Written(RgbImage image, Window window, PixelTables tables)
    {
        // What was in the memory before must not shine through.
        var planes = Enumerable.Repeat(float.NaN, 3 * window.Width * window.Height).ToArray();
        PixelWriter.Write(image, window, tables, planes);
        return planes;
    }

    private static float[] Augmented(Recipe recipe, long epoch)
    {
        var augmenter = new Augmenter(recipe);
        var drawn = augmenter.Draw(Picture, epoch, 5);
        var planes = new float[3 * drawn.Window.Width * drawn.Window.Height];
        augmenter.Write(Picture, drawn, planes);
        return planes;
    }

    private static void Near(float[] expected, Action<float[]> change)
    {
        var planes = Written(Picture, new Window(0, 0, 31, 23), PixelTables.Unit);
        change(planes);
        Assert.InRange(planes.Zip(expected, (a, b) => Math.Abs(a - b)).Max(), 0, 1e-6f);
    }

    private static double Deviation(IEnumerable<double> values)
    {
        var all = values.ToArray();
        var mean = all.Average();
        return Math.Sqrt(all.Average(value => (value - mean) * (value - mean)));
    }
}
