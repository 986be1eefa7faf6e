namespace ResNetGen.Training.Reports;

/// <summary>How progress is shown.</summary>
public enum ProgressStyle
{
    /// <summary>Live where standard error is a terminal, plain elsewhere and where <c>NO_COLOR</c> or <c>TERM=dumb</c> asks for it.</summary>
    Automatic,

    /// <summary>One line that changes, with colours, and lines that stay: for a person at a terminal.</summary>
    Live,

    /// <summary>Lines without control characters: for files and programs.</summary>
    Plain,

    /// <summary>Not at all.</summary>
    None,
}
