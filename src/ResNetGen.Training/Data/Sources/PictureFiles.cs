namespace ResNetGen.Training.Data;

/// <summary>Finds the picture files of a class, its subfolders' included, in torchvision's order.</summary>
internal static class PictureFiles
{
    private static readonly string[] Known = [".jpg", ".jpeg", ".png"];

    // torchvision would read these: leaving them out in silence would be another data set.
    private static readonly string[] Foreign = [".bmp", ".gif", ".pgm", ".ppm", ".tif", ".tiff", ".webp"];

    /// <summary>The files, folder by folder; other files (lists, thumbnails' databases) are passed over.</summary>
    /// <exception cref="InvalidDataException">A picture is of another format, or a symbolic link leads back to a folder above.</exception>
    public static List<string> Find(string folder)
    {
        var folders = new List<string>();
        AddFolders(folder, [], folders);
        folders.Sort(StringComparer.Ordinal);
        return [.. folders.SelectMany(Files)];
    }

    private static void AddFolders(string folder, HashSet<string> above, List<string> folders)
    {
        var real = Real(folder);
        if (!above.Add(real))
            throw new InvalidDataException($"{folder} is a symbolic link that leads back to {real}.");

        folders.Add(folder);
        foreach (var inner in Directory.EnumerateDirectories(folder))
            AddFolders(inner, above, folders);
        above.Remove(real);
    }

    private static string Real(string folder)
    {
        var info = new DirectoryInfo(folder);
        return Path.TrimEndingDirectorySeparator((info.LinkTarget is null ? info : info.ResolveLinkTarget(returnFinalTarget: true)!).FullName);
    }

    private static IEnumerable<string> Files(string folder)
    {
        var files = Directory.EnumerateFiles(folder).Where(IsPicture).ToList();
        files.Sort(StringComparer.Ordinal);
        return files;
    }

    private static bool IsPicture(string file)
    {
        var extension = Path.GetExtension(file);
        if (Foreign.Contains(extension, StringComparer.OrdinalIgnoreCase))
            throw new InvalidDataException($"{file}: only JPEG and PNG files are read.");
        return Known.Contains(extension, StringComparer.OrdinalIgnoreCase);
    }
}
