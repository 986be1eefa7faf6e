using ResNetGen.Architecture.Diagnostics;
using ResNetGen.Architecture.Language;
using ResNetGen.Architecture.Networks;
using ResNetGen.Architecture.Text;
using ResNetGen.Architecture.Values;

namespace ResNetGen.Architecture.Specs;

/// <summary>What a spec says, and where: read and typed, with nothing worked out yet.</summary>
public sealed class ResNetSpec
{
    private ResNetSpec(Section root, string fallbackName)
    {
        Root = root;
        Name = root.Get(SpecKeys.Name, fallbackName).Value;
        var input = root.Get(SpecKeys.Input, new[] { 3, 224, 224 }.ToEquatableArray());
        Input = new Said<ImageShape>(new ImageShape(input.Value[0], input.Value[1], input.Value[2]), input.Site);
        Stem = root.Get(SpecKeys.Stem, new Section(root.Site)).Value;
        Head = root.Get(SpecKeys.Head, new Section(root.Site)).Value;
        Stages = (root.Find(SpecKeys.Stages)?.Value ?? UsualStages(root.Site))
            .Select((stage, index) => new StageSpec(stage, root, index)).ToEquatableArray();
    }

    /// <summary>Everything that is said for the whole network.</summary>
    public Section Root { get; }

    /// <summary>The network's name.</summary>
    public string Name { get; }

    /// <summary>The input that costs are computed for.</summary>
    public Said<ImageShape> Input { get; }

    /// <summary>What is said of the stem.</summary>
    public Section Stem { get; }

    /// <summary>What is said of the head.</summary>
    public Section Head { get; }

    /// <summary>The stages, first to last.</summary>
    public EquatableArray<StageSpec> Stages { get; }

    /// <summary>The multi-grid of <paramref name="stage"/>, or null; the spec's own is for the last stage.</summary>
    public Said<EquatableArray<int>>? MultiGridOf(StageSpec stage) =>
        stage.FindOwn(StageKeys.MultiGrid) ?? (stage.Index == Stages.Count - 1 ? Root.Find(StageKeys.MultiGrid) : null);

    /// <summary>Where the spec as a whole stands.</summary>
    public Site Site => Root.Site;

    /// <summary>Reads a spec's values, or returns null after the findings say what is wrong.</summary>
    /// <param name="values">The spec, with everything that it extends laid under it.</param>
    /// <param name="fallbackName">The name where the spec gives none.</param>
    /// <param name="findings">Takes what is wrong.</param>
    public static ResNetSpec? Read(SpecMapping values, string fallbackName, Findings findings)
    {
        // A fresh list, so that errors of an earlier step do not hide what this one would say.
        var found = new Findings();
        var ok = SpecKeys.Spec.TryRead(values, found, out var root) && !found.HasErrors;
        if (ok && root!.Find(SpecKeys.Stages) is null && root.Find(SpecKeys.N) is null && root.Find(SpecKeys.Depth) is null)
            found.Add(Rules.MissingKey, root.Site, SpecKeys.Spec.Name, SpecKeys.Stages.Name, SpecKeys.Stages.Holds.Expected);

        findings.AddRange(found.ToArray());
        return ok && !found.HasErrors ? new ResNetSpec(root!, fallbackName) : null;
    }

    // What He et al. 2015 have for CIFAR-10, where only n or the depth is said.
    private static EquatableArray<Section> UsualStages(Site site) => new[] { 16, 32, 64 }.Select(width =>
    {
        var stage = new Section(site);
        stage.Set(StageKeys.Width, new Said<int>(width, site));
        return stage;
    }).ToEquatableArray();
}
