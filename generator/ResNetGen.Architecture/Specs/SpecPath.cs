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
        path = path.Replace('\\', '/');
        var parts = new List<string>();
        for (var start = 0; start <= path.Length;)
        {
            var end = path.IndexOf('/', start);
            end = end < 0 ? path.Length : end;
            Step(parts, path, start, end - start);
            start = end + 1;
        }

        return string.Join("/", parts);
    }

    private static void Step(List<string> parts, string path, int start, int length)
    {
        var isUp = length == 2 && path[start] == '.' && path[start + 1] == '.';
        if (isUp && parts.Count > 0 && parts[parts.Count - 1] is not (".." or ""))
            parts.RemoveAt(parts.Count - 1);
        else if (isUp)
            parts.Add("..");
        else if (!(length == 1 && path[start] == '.') && (length > 0 || parts.Count == 0))
            parts.Add(path.Substring(start, length));
    }

    /// <summary>Whether a path ends in another, whole names of folders: <c>a/b/x</c> in <c>b/x</c>, not in <c>/x</c>; both normal.</summary>
    public static bool EndsIn(string path, string end) =>
        path.EndsWith(end, StringComparison.Ordinal)
        && (path.Length == end.Length || path[path.Length - end.Length - 1] == '/');

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
