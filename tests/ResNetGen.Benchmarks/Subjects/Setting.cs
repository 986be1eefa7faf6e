namespace ResNetGen.Benchmarks;

/// <summary>How a side runs: a choice that each makes for itself.</summary>
/// <param name="Form">The form of the work, as peers call it.</param>
/// <param name="Spins">Whether threads with nothing to do spin for a while before they sleep.</param>
internal sealed record Setting(string Form, bool Spins)
{
    /// <summary>A side's name, with what it chose.</summary>
    public string Titled(string title) => title + (Form == "eager-channels-last" ? " channels last" : "") + (Spins ? ", spinning" : "");
}
