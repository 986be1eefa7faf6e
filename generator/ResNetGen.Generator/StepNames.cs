namespace ResNetGen.Generator;

/// <summary>The names of the pipeline's steps, for the tests that watch what runs again.</summary>
public static class StepNames
{
    /// <summary>Spec files, parsed.</summary>
    public const string Documents = "Documents";

    /// <summary>Annotated classes, as plain data.</summary>
    public const string Classes = "Classes";

    /// <summary>All spec files, in order.</summary>
    public const string Files = "Files";

    /// <summary>A class with the spec files that it depends on, and no others.</summary>
    public const string Chains = "Chains";

    /// <summary>A class with what those files say together.</summary>
    public const string Inputs = "Inputs";

    /// <summary>A class with its compiled network, or with what is wrong.</summary>
    public const string Resolved = "Resolved";

    /// <summary>What source is emitted from.</summary>
    public const string Sources = "Sources";

    /// <summary>Architecture locks, parsed.</summary>
    public const string Locks = "Locks";

    /// <summary>A lock with the spec files that it is about, and no others.</summary>
    public const string LockChains = "LockChains";

    /// <summary>What a lock and its spec do not agree on.</summary>
    public const string LockFindings = "LockFindings";

    /// <summary>What is wrong, each thing once.</summary>
    public const string Findings = "Findings";

    /// <summary>The severities that settings give the findings of a file.</summary>
    public const string Severities = "Severities";

    /// <summary>What is reported of the specs, each with its severity.</summary>
    public const string Reports = "Reports";
}
