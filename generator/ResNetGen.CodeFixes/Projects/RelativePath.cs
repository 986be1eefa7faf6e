namespace ResNetGen.CodeFixes.Projects;

/// <summary>Paths as one file names another; by their text alone.</summary>
internal static class RelativePath
{
    /// <summary>Returns <paramref name="file"/> as seen from the folder that holds <paramref name="from"/>, both normalized.</summary>
    public static string Between(string from, string file)
    {
        var (source, target) = (from.Split('/'), file.Split('/'));
        var common = 0;
        while (common < source.Length - 1 && common < target.Length - 1 && source[common] == target[common])
            common++;

        // Different drives have no way between them.
        return common == 0 && source.Length > 1
            ? file
            : string.Join("/", Enumerable.Repeat("..", source.Length - 1 - common).Concat(target.Skip(common)));
    }

    /// <summary>Returns the path of <paramref name="name"/> in the folder that holds <paramref name="file"/>.</summary>
    public static string Beside(string file, string name) => file.Substring(0, file.LastIndexOf('/') + 1) + name;
}
