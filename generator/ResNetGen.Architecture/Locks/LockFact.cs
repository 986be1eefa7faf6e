namespace ResNetGen.Architecture.Locks;

/// <summary>One fact of a lock.</summary>
/// <param name="Section">The fact it stands below, or itself.</param>
/// <param name="Name">Its name within the section; empty for the section's own line.</param>
/// <param name="Value">What is locked; empty for the heading of a list.</param>
public readonly record struct LockFact(string Section, string Name, string Value)
{
    /// <summary>What messages call it: <c>parameters</c>, <c>layer3.1</c>, <c>taps c1</c>.</summary>
    public string Shown => Name.Length == 0 ? Section : char.IsDigit(Name[0]) ? Section + "." + Name : Section + " " + Name;
}
