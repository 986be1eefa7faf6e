using System.Collections.Immutable;
using ResNetGen.Property.Tests.Specs;

namespace ResNetGen.Property.Tests.Networks;

/// <summary>Specs whose code is compiled at once.</summary>
/// <param name="Specs">The specs.</param>
/// <param name="IsCut">Whether something was taken out of a drawn spec: it may then lack what a spec needs.</param>
internal sealed record Batch(ImmutableArray<DrawnSpec> Specs, bool IsCut = false)
{
    /// <summary>Each of the specs alone; of one, the smaller ones.</summary>
    public IEnumerable<Batch> Smaller() => Specs.Length > 1
        ? Specs.Select(spec => new Batch([spec]))
        : Specs.SelectMany(spec => spec.Smaller()).Select(smaller => new Batch([smaller], IsCut: true));

    // The whole batch would fill a screen, and say nothing that its one bad spec does not.
    public override string ToString() => Specs.Length > 1 ? $"{Specs.Length} specs" : Environment.NewLine + Specs[0];
}
