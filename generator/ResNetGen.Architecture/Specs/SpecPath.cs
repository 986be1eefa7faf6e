namespace ResNetGen.Architecture.Specs;

/// <summary>Paths of specs, by their text alone: nothing here asks the disk.</summary>
public static class SpecPath
{
    /// <summary>Returns <paramref name="relative"/> as seen from the folder that holds <paramref name="file"/>.</summary>
    public static string Resolve(string file, string relative)
    {
        relative = Normalize(relative);
        return IsRooted(relative) ? relative : Normalize(FolderOf(Normalize(file)) + relative);
    }

    /// <summary>Returns the path with forward slashes and without <c>.</c> and <c>..</c> where they can be worked out.</summary>
    public static string Normalize(string path)
    {
        var parts = new List<string>();
        foreach (var part in path.Replace('\\', '/').Split('/'))
        {
            if (part == ".." && parts.Count > 0 && parts[parts.Count - 1] is not (".." or ""))
                parts.RemoveAt(parts.Count - 1);
            else if (part != "." && (part.Length > 0 || parts.Count == 0))
                parts.Add(part);
        }

        return string.Join("/", parts);
    }

    /// <summary>Returns the file's name without folder and without <c>.resnet.yaml</c>.</summary>
    public static string NameOf(string path)
    {
        path = path.Replace('\\', '/');
        var name = path.Substring(path.LastIndexOf('/') + 1);
        return name.EndsWith(SpecDocument.Extension, StringComparison.OrdinalIgnoreCase)
            ? name.Substring(0, name.Length - SpecDocument.Extension.Length)
            : name;
    }

    private static string FolderOf(string path) => path.Substring(0, path.LastIndexOf('/') + 1);

    private static bool IsRooted(string path) => path.StartsWith("/", StringComparison.Ordinal) || (path.Length > 1 && path[1] == ':');
}
