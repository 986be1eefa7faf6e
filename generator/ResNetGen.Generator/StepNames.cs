namespace ResNetGen.Generator;

/// <summary>The names of the pipeline's steps, for the tests that watch what runs again.</summary>
public static class StepNames
{
    /// <summary>Spec files, parsed.</summary>
    public const string Documents = "Documents";

    /// <summary>Annotated classes, as plain data.</summary>
    public const string Classes = "Classes";

    /// <summary>A class with the spec files that it depends on, and no others.</summary>
    public const string Inputs = "Inputs";

    /// <summary>A class with its compiled network, or with what is wrong.</summary>
    public const string Resolved = "Resolved";

    /// <summary>What source is emitted from.</summary>
    public const string Sources = "Sources";

    /// <summary>What is reported.</summary>
    public const string Findings = "Findings";
}
