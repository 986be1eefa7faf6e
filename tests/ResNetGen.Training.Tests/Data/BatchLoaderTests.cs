using ResNetGen.Training.Data;
using static TorchSharp.torch;

namespace ResNetGen.Training.Tests.Data;

[Collection("live tensors")]
public sealed class BatchLoaderTests
{
    private static readonly IImageSource Images = SyntheticImages.Open(37, 1).Training;

    [Theory]
    [InlineData(1, 4)]
    [InlineData(2, 1)]
    [InlineData(4, 3)]
    public void Batches_are_the_same_to_the_bit_whatever_the_number_of_workers(int workers, int queueLength)
    {
        var expected = Take(new LoaderOptions { Workers = 0 }, 0, 13);
        Assert.Equal(expected, Take(new LoaderOptions { Workers = workers, QueueLength = queueLength }, 0, 13));
        Assert.Equal(expected.Skip(7), Take(new LoaderOptions { Workers = workers, QueueLength = queueLength }, 7, 6));
    }

    [Fact]
    public void Every_epoch_takes_each_picture_once_in_an_order_of_its_own()
    {
        using var loader = new BatchLoader(Images, TestRecipes.Plain(), new LoaderOptions { Workers = 2 });
        Assert.Equal(5, loader.StepsPerEpoch);
        var epochs = Indices(loader, 15).Chunk(5).Select(epoch => epoch.SelectMany(batch => batch).ToArray()).ToArray();
        Assert.All(epochs, epoch => Assert.Equal(Enumerable.Range(0, 37), epoch.Order()));
        Assert.Equal(3, epochs.Select(epoch => string.Join(' ', epoch)).Distinct().Count());
        Assert.Equal([8, 8, 8, 8, 5], Indices(loader, 5).Select(batch => batch.Count));
    }

    [Fact]
    public void Another_seed_gives_another_order_and_another_augmentation()
    {
        using var one = new BatchLoader(Images, TestRecipes.Cifar(37, seed: 1), new LoaderOptions());
        using var two = new BatchLoader(Images, TestRecipes.Cifar(37, seed: 2), new LoaderOptions());
        using var first = one.Batches(0).First();
        using var second = two.Batches(0).First();
        Assert.NotEqual(first.Indices, second.Indices);
        Assert.NotEqual(Bytes(first, 3), Bytes(second, 3));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    public void Ranks_share_each_batch_in_runs_of_neighbours_with_the_same_pixels(int worldSize)
    {
        using var whole = new BatchLoader(Images, TestRecipes.Cifar(), new LoaderOptions());
        var parts = Enumerable.Range(0, worldSize)
            .Select(rank => new BatchLoader(Images, TestRecipes.Cifar(), new LoaderOptions { Rank = rank, WorldSize = worldSize }))
            .ToList();
        var streams = parts.Select(part => part.Batches(3).GetEnumerator()).ToList();
        foreach (var batch in whole.Batches(3).Take(3))
        {
            using var all = batch;
            var shares = streams.Select(stream => stream.MoveNext() ? stream.Current : throw new InvalidOperationException()).ToList();
            using var images = cat([.. shares.Select(share => share.Images)], 0);
            Assert.Equal(all.Indices, shares.SelectMany(share => share.Indices));
            Assert.Equal(all.Images.bytes.ToArray(), images.bytes.ToArray());
            Assert.InRange(shares.Max(share => share.Indices.Count) - shares.Min(share => share.Indices.Count), 0, 1);
            shares.ForEach(share => share.Dispose());
        }

        streams.ForEach(stream => stream.Dispose());
        parts.ForEach(part => part.Dispose());
    }

    [Fact]
    public void More_processes_than_pictures_of_the_last_batch_are_refused()
    {
        var problem = Assert.Throws<ArgumentException>(() => new BatchLoader(Images, TestRecipes.Plain(12), new LoaderOptions { WorldSize = 2 }));
        Assert.Contains("The last batch of 37 pictures in batches of 12 has 1, fewer than the 2 processes", problem.Message);
    }

    [Fact]
    public void Labels_and_pixels_are_those_of_the_source()
    {
        using var loader = new BatchLoader(Images, TestRecipes.Plain(), new LoaderOptions());
        using var batch = loader.Batches(2).First();
        Assert.Equal([8L, 3, 32, 32], batch.Images.shape);
        Assert.Equal((ScalarType.Float32, ScalarType.Int64), (batch.Images.dtype, batch.Labels.dtype));
        for (var i = 0; i < 8; i++)
        {
            Assert.Equal(Images.Label(batch.Indices[i]), batch.Labels[i].item<long>());
            var image = Images.Read(batch.Indices[i]);
            Assert.Equal(image.Pixels[(3 * ((5 * 32) + 7)) + 1] / 255f, batch.Images[i, 1, 5, 7].item<float>());
        }
    }

    [Fact]
    public void Batches_belong_to_no_scope_and_nothing_is_left_behind()
    {
        var before = LiveTensors.Count();
        using (var loader = new BatchLoader(Images, TestRecipes.Cifar(), new LoaderOptions { Workers = 2 }))
        {
            var batches = loader.Batches(0).GetEnumerator();
            using (NewDisposeScope())
                Assert.True(batches.MoveNext());
            Assert.False(batches.Current.Images.IsInvalid);
            batches.Current.Dispose();
        }

        Assert.Equal(before, Tensor.TotalCount);
    }

    [Fact]
    public async Task Disposing_the_loader_ends_its_threads_and_the_stream_while_the_consumer_waits()
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var reading = new ManualResetEventSlim();
        using var release = new ManualResetEventSlim();
        var source = new FakeSource(20, _ =>
        {
            reading.Set();
            release.Wait(cancellation);
            return FakeSource.Grey;
        });
        var loader = new BatchLoader(source, TestRecipes.Plain(), new LoaderOptions { Workers = 2 });
        var consumer = Task.Run(() => loader.Batches(0).First(), cancellation);
        reading.Wait(cancellation);
        var end = Task.Run(loader.Dispose, cancellation);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => consumer);
        Assert.False(end.IsCompleted);
        release.Set();
        await end;
        Assert.Throws<ObjectDisposedException>(() => loader.Batches(0).First());
    }

    [Fact]
    public void What_goes_wrong_on_a_worker_reaches_the_consumer_in_order_and_once()
    {
        var before = LiveTensors.Count();
        using var order = new BatchLoader(new FakeSource(20, _ => FakeSource.Grey), TestRecipes.Plain(4), new LoaderOptions());
        var bad = Indices(order, 3)[2][1];
        var source = new FakeSource(20, index => index == bad ? throw new UnauthorizedAccessException("no") : FakeSource.Grey);
        using (var loader = new BatchLoader(source, TestRecipes.Plain(4), new LoaderOptions { Workers = 3 }))
        {
            using var batches = loader.Batches(0).GetEnumerator();
            for (var step = 0; step < 2; step++)
            {
                Assert.True(batches.MoveNext());
                batches.Current.Dispose();
            }

            Assert.Throws<UnauthorizedAccessException>(() => batches.MoveNext());
            Assert.False(batches.MoveNext());
        }

        Assert.Equal(before, Tensor.TotalCount);
    }

    [Fact]
    public void Corrupt_pictures_are_skipped_and_listed_or_end_the_stream_as_asked()
    {
        var source = new FakeSource(20, index => index is 3 or 11 ? throw new CorruptImageException("cut short") : FakeSource.Grey);
        using (var loader = new BatchLoader(source, TestRecipes.Plain(4), new LoaderOptions { Workers = 2, Corrupt = CorruptPolicy.Skip }))
        {
            var epochs = Indices(loader, 10).SelectMany(batch => batch).ToList();
            Assert.Equal(Enumerable.Range(0, 20).Except([3, 11]), epochs.Distinct().Order());
            Assert.Equal(36, epochs.Count);
            Assert.Equal([new SkippedImage(3, "fake 3", "cut short"), new SkippedImage(11, "fake 11", "cut short")], loader.Skipped);
        }

        using var strict = new BatchLoader(source, TestRecipes.Plain(4), new LoaderOptions());
        Assert.Throws<CorruptImageException>(() => Indices(strict, 5));
    }

    [Fact]
    public void A_batch_without_a_sound_picture_is_an_error()
    {
        var source = new FakeSource(4, index => throw new CorruptImageException($"bad {index}"));
        using var loader = new BatchLoader(source, TestRecipes.Plain(4), new LoaderOptions { Corrupt = CorruptPolicy.Skip });
        var problem = Assert.Throws<CorruptImageException>(() => loader.Batches(0).First());
        Assert.StartsWith("No picture of step 1 can be decoded; the first is fake ", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Pictures_of_different_sizes_need_a_crop()
    {
        var source = new FakeSource(4, index => index == 2 ? new RgbImage(3, 2, new byte[18]) : FakeSource.Grey);
        using var loader = new BatchLoader(source, TestRecipes.Plain(4), new LoaderOptions());
        var problem = Assert.Throws<InvalidDataException>(() => loader.Batches(0).First());
        Assert.Contains("pictures of different sizes need a recipe that cuts out a square (crop).", problem.Message);
    }

    [Fact]
    public void A_picture_smaller_than_the_crop_is_named()
    {
        var source = new FakeSource(1, _ => FakeSource.Grey);
        using var loader = new BatchLoader(source, TestRecipes.Cifar(), new LoaderOptions());
        var problem = Assert.Throws<InvalidDataException>(() => loader.Batches(0).First());
        Assert.Equal("fake 0: 10 pixels, padding included, are fewer than the crop's 32.", problem.Message);
    }

    [Fact]
    public void Waiting_is_counted_with_and_without_workers()
    {
        foreach (var workers in new[] { 0, 1 })
        {
            var source = new FakeSource(4, _ =>
            {
                Thread.Sleep(5);
                return FakeSource.Grey;
            });
            using var loader = new BatchLoader(source, TestRecipes.Plain(4), new LoaderOptions { Workers = workers });
            Assert.Equal(TimeSpan.Zero, loader.Waited);
            Indices(loader, 1);
            Assert.True(loader.Waited > TimeSpan.Zero);
        }
    }

    [Fact]
    public void Settings_that_make_no_sense_are_refused()
    {
        void Refused(Recipe recipe, LoaderOptions options) => Assert.Throws<ArgumentException>(() => new BatchLoader(Images, recipe, options));
        Refused(TestRecipes.Cifar(0), new LoaderOptions());
        Refused(TestRecipes.Plain() with { Augmentation = new Augmentation { Pad = -1 } }, new LoaderOptions());
        Refused(TestRecipes.Plain() with { Augmentation = new Augmentation { Scale = new SideRange(9, 8) } }, new LoaderOptions());
        Refused(TestRecipes.Plain() with { Normalization = new Normalization([0, 0, 0], [1, 0, 1]) }, new LoaderOptions());
        Refused(TestRecipes.Plain(), new LoaderOptions { Workers = -1 });
        Refused(TestRecipes.Plain(), new LoaderOptions { QueueLength = 0 });
        Refused(TestRecipes.Plain(), new LoaderOptions { Rank = 2, WorldSize = 2 });
        Assert.Throws<ArgumentException>(() => new BatchLoader(new FakeSource(0, _ => FakeSource.Grey), TestRecipes.Plain(), new LoaderOptions()));
    }

    private static List<string> Take(LoaderOptions options, long firstStep, int count)
    {
        using var loader = new BatchLoader(Images, TestRecipes.Cifar(), options);
        var texts = new List<string>();
        foreach (var batch in loader.Batches(firstStep).Take(count))
        {
            using (batch)
                texts.Add($"{string.Join(' ', batch.Indices)} {Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(batch.Images.bytes))} {string.Join(' ', batch.Labels.data<long>())}");
        }

        return texts;
    }

    private static List<IReadOnlyList<int>> Indices(BatchLoader loader, int count) =>
        loader.Batches(0).Take(count).Select(batch =>
        {
            using (batch)
                return batch.Indices;
        }).ToList();

    private static byte[] Bytes(Batch batch, int index)
    {
        using var image = batch.Images[batch.Indices.ToList().IndexOf(index)].contiguous();
        return image.bytes.ToArray();
    }
}
