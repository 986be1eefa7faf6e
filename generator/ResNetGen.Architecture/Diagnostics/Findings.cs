using System.Globalization;
using ResNetGen.Architecture.Text;

namespace ResNetGen.Architecture.Diagnostics;

/// <summary>Collects findings on the way through the house.</summary>
public sealed class Findings
{
    private readonly HashSet<Finding> _all = [];

    /// <summary>Whether anything found forbids going on.</summary>
    public bool HasErrors { get; private set; }

    /// <summary>Adds a finding.</summary>
    public void Add(Rule rule, Site site, params object[] arguments) => Add(new Finding(
        rule, site, arguments.Select(a => Convert.ToString(a, CultureInfo.InvariantCulture) ?? "").ToEquatableArray()));

    /// <summary>Adds a finding that was made elsewhere, once.</summary>
    public void Add(Finding finding)
    {
        if (_all.Add(finding))
            HasErrors |= finding.Rule.Severity == Severity.Error;
    }

    /// <summary>Adds findings that were made elsewhere.</summary>
    public void AddRange(IEnumerable<Finding> findings)
    {
        foreach (var finding in findings)
            Add(finding);
    }

    /// <summary>What was found so far, in the order of the text.</summary>
    public EquatableArray<Finding> ToArray() => _all
        .OrderBy(f => f.Site.Path, StringComparer.Ordinal).ThenBy(f => f.Site.Start).ThenBy(f => f.Rule.Id, StringComparer.Ordinal)
        .ToEquatableArray();
}
