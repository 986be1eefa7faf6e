namespace ResNetGen.Training;

/// <summary>A recipe is wrong, or not there; the message has a line for each mistake.</summary>
public sealed class RecipeException : Exception
{
    /// <summary>An exception without a message.</summary>
    public RecipeException()
    {
    }

    /// <summary>An exception with a message.</summary>
    public RecipeException(string message)
        : base(message)
    {
        Errors = [message];
    }

    /// <summary>An exception with a message and its cause.</summary>
    public RecipeException(string message, Exception innerException)
        : base(message, innerException)
    {
        Errors = [message];
    }

    internal RecipeException(IReadOnlyList<string> errors)
        : base(string.Join('\n', errors))
    {
        Errors = errors;
    }

    /// <summary>The mistakes, in the order of the text: <c>file(line,col): error: text</c> of a file's.</summary>
    public IReadOnlyList<string> Errors { get; } = [];
}
