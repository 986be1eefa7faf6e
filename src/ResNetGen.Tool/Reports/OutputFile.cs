namespace ResNetGen.Tool.Reports;

/// <summary>Puts a result where it was asked for.</summary>
internal static class OutputFile
{
    private static volatile string? s_temporary;

    /// <summary>Prints <paramref name="text"/>, or writes it to a temporary name and renames that to <paramref name="path"/>.</summary>
    public static void Write(string text, string? path, bool overwrite = true)
    {
        if (path is null)
        {
            Console.Out.Write(text);
            return;
        }

        Replace(path, temporary => File.WriteAllText(temporary, text), overwrite);
    }

    /// <summary>Writes bytes in the same way.</summary>
    public static void Write(byte[] bytes, string path) => Replace(path, temporary => File.WriteAllBytes(temporary, bytes), overwrite: true);

    /// <summary>Says that the folder of a file to write is not there, before work is done for it.</summary>
    public static void NeedFolder(string path)
    {
        if (!Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(path))))
            throw new DirectoryNotFoundException($"'{path}' cannot be written: there is no folder '{Path.GetDirectoryName(path)}'");
    }

    /// <summary>Removes what an interrupted write leaves.</summary>
    public static void DeleteTemporary()
    {
        if (s_temporary is { } path)
            File.Delete(path);
    }

    private static void Replace(string path, Action<string> write, bool overwrite)
    {
        NeedFolder(path);
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        var temporary = Path.Combine(folder, "." + Path.GetFileName(path) + "." + Path.GetRandomFileName());
        s_temporary = temporary;
        try
        {
            write(temporary);
            File.Move(temporary, path, overwrite);
        }
        finally
        {
            File.Delete(temporary);
            s_temporary = null;
        }
    }
}
