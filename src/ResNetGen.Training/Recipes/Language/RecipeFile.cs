using ResNetGen.Architecture.Yaml;

namespace ResNetGen.Training.Language;

/// <summary>Reads the text of a recipe's file.</summary>
internal static class RecipeFile
{
    /// <summary>Reads a file, of a huge one no more than shows that it is one.</summary>
    public static string Read(string path)
    {
        using var reader = new StreamReader(path);
        var text = new char[YamlLimits.Characters + 1];
        return new string(text, 0, reader.ReadBlock(text));
    }

    /// <summary>Why a file cannot be read, without its path.</summary>
    public static string Reason(Exception exception) => exception switch
    {
        FileNotFoundException or DirectoryNotFoundException => "there is no such file",
        UnauthorizedAccessException => "access is denied",
        _ => exception.Message,
    };
}
