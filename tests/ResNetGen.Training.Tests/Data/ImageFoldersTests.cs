using ResNetGen.Training.Data;

namespace ResNetGen.Training.Tests.Data;

public sealed class ImageFoldersTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("folders").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Classes_and_files_come_in_the_order_of_torchvision()
    {
        // Capitals first, a folder's files before those of its subfolders, other files passed over.
        foreach (var file in new[] { "b/2.jpg", "b/10.JPEG", "b/in/1.png", "b/in-b/1.png", "B/z.PNG", "a/x.jpg", "a/list.txt", "a/.DS_Store" })
            Put("train/" + file);
        foreach (var file in new[] { "a/1.jpg", "b/1.jpg", "B/1.jpg" })
            Put("val/" + file);
        var data = ImageSources.Open(_folder);
        Assert.Equal(["B", "a", "b"], data.Training.Classes);
        Assert.Equal(
            ["B/z.PNG", "a/x.jpg", "b/10.JPEG", "b/2.jpg", "b/in/1.png", "b/in-b/1.png"],
            Enumerable.Range(0, data.Training.Count).Select(index => Path.GetRelativePath(Path.Combine(_folder, "train"), data.Training.Describe(index))));
        Assert.Equal([0, 1, 2, 2, 2, 2], Enumerable.Range(0, 6).Select(data.Training.Label));
        Assert.Equal(3, data.Test!.Count);
        Assert.Equal((31, 23), (data.Training.Read(0).Width, data.Training.Read(0).Height));
    }

    [Fact]
    public void Pictures_are_augmented_into_batches_and_corrupt_ones_listed_by_path()
    {
        for (var i = 0; i < 6; i++)
            Put($"train/{(i % 2 == 0 ? "even" : "odd")}/{i}.jpg");
        var bad = Path.Combine(_folder, "train", "odd", "3.jpg");
        File.WriteAllText(bad, "no picture");
        var source = ImageSources.Open(_folder).Training;
        var recipe = TestRecipes.Cifar(6) with { Augmentation = new Augmentation { Scale = new SideRange(16, 40), Crop = 16, Flip = true, Color = ColorAugmentation.Pca } };
        using var loader = new BatchLoader(source, recipe, new LoaderOptions { Workers = 2, Corrupt = CorruptPolicy.Skip });
        using var batch = loader.Batches(0).First();
        Assert.Equal([5L, 3, 16, 16], batch.Images.shape);
        Assert.Equal([new SkippedImage(4, bad, "neither a JPEG nor a PNG")], loader.Skipped);
        Assert.Equal(batch.Indices.Select(index => (long)source.Label(index)), batch.Labels.data<long>());
    }

    [Fact]
    public void Folders_that_are_not_as_they_should_be_are_named()
    {
        Refused("holds neither CIFAR-10's binary files nor a folder 'train'.");
        Directory.CreateDirectory(Path.Combine(_folder, "train"));
        Refused("train has no folder per class.");
        Directory.CreateDirectory(Path.Combine(_folder, "train", "cat"));
        Refused("cat has no JPEG or PNG files.");
        Put("train/cat/1.jpg");
        Put("train/dog/1.jpg");
        Put("test/cat/1.jpg");
        Refused("test has no folder 'dog', which is a class of the training pictures.");
        Put("test/dog/1.jpg");
        Put("test/emu/1.jpg");
        Refused("test has a folder 'emu', which is no class of the training pictures.");
        Put("train/dog/2.webp");
        Refused("2.webp: only JPEG and PNG files are read.");
    }

    [Fact]
    public void Symbolic_links_are_followed_but_not_in_circles()
    {
        Put("elsewhere/1.jpg");
        Put("train/cat/1.jpg");
        Directory.CreateSymbolicLink(Path.Combine(_folder, "train", "dog"), Path.Combine(_folder, "elsewhere"));
        Assert.Equal(["cat", "dog"], ImageSources.Open(_folder).Training.Classes);
        Directory.CreateSymbolicLink(Path.Combine(_folder, "elsewhere", "round"), Path.Combine(_folder, "elsewhere"));
        Refused("is a symbolic link that leads back to");
    }

    private void Refused(string reason) =>
        Assert.Contains(reason, Assert.Throws<InvalidDataException>(() => ImageSources.Open(_folder)).Message);

    private void Put(string file)
    {
        var path = Path.Combine(_folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.Copy(Pictures.Path("420.jpg"), path);
    }
}
