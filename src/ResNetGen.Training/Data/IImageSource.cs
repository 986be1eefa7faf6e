namespace ResNetGen.Training.Data;

/// <summary>Pictures with their classes. Members may be called by several threads at once.</summary>
public interface IImageSource
{
    /// <summary>How it is named in reports.</summary>
    string Name { get; }

    /// <summary>How many pictures.</summary>
    int Count { get; }

    /// <summary>The names of the classes; a label is an index into them.</summary>
    IReadOnlyList<string> Classes { get; }

    /// <summary>The class of a picture.</summary>
    int Label(int index);

    /// <summary>Reads and decodes a picture.</summary>
    /// <exception cref="CorruptImageException">It cannot be decoded.</exception>
    RgbImage Read(int index);

    /// <summary>How a picture is named in messages: a file's path, or the set's name and the index.</summary>
    string Describe(int index);
}
