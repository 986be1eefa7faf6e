using System.Globalization;
using System.Text.RegularExpressions;

namespace ResNetGen.Weights.Naming;

/// <summary>The names of a state dict, read as torchvision, timm, mmdetection and mmpretrain write them.</summary>
/// <remarks>
/// A name alone does not say what it names: <c>conv1.3</c> is the second convolution of a deep stem, <c>downsample.1</c> a
/// norm, or the convolution behind a pool. The rank of the module's <c>weight</c> tells convolutions from norms, and the
/// order within the stem which is which.
/// </remarks>
internal sealed partial class NamedState
{
    private const string Backbone = "backbone.";
    private readonly Dictionary<string, int> _ranks = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _stem;

    /// <summary>Reads a state dict.</summary>
    public NamedState(IEnumerable<(string Name, int Rank)> state)
    {
        var modules = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, rank) in state)
        {
            var (module, tensor) = Split(name);
            modules.Add(module);
            if (tensor == "weight")
                _ranks[module] = rank;
        }

        _stem = Stem(modules);
        StemConvolutions = _stem.Values.Count(l => l.StartsWith("conv", StringComparison.Ordinal));
        var last = "norm" + StemConvolutions.ToString(CultureInfo.InvariantCulture);
        IsPreactivated = modules.Contains("norm") || (StemConvolutions > 0 && !_stem.ContainsValue(last));
        HasGroupNorm = modules.Any(m => GroupNormName().IsMatch(m))
            || (modules.Any(m => _ranks.GetValueOrDefault(m) == 1) && !state.Any(e => e.Name.EndsWith(".running_mean", StringComparison.Ordinal)));
    }

    /// <summary>How many convolutions the stem has.</summary>
    public int StemConvolutions { get; }

    /// <summary>Whether its blocks are pre-activated: a norm behind the last stage, or none behind the stem.</summary>
    public bool IsPreactivated { get; }

    /// <summary>Whether its norms are group norms: without running statistics.</summary>
    public bool HasGroupNorm { get; }

    /// <summary>Returns what a name of the state dict names; null for what the family does not have.</summary>
    public KeyRole? RoleOf(string name)
    {
        var (module, tensor) = Split(name);
        if (_stem.TryGetValue(module, out var stem))
            return new KeyRole(KeyPart.Stem, 0, 0, stem, tensor);

        if (PoolName().IsMatch(module))
            return new KeyRole(KeyPart.Pool, 0, 0, Kind(module), tensor);

        if (module == "norm")
            return new KeyRole(KeyPart.FinalNorm, 0, 0, "norm", tensor);

        if (module is "fc" or "head.fc" or "classifier" or "last_linear")
            return new KeyRole(KeyPart.Classifier, 0, 0, "fc", tensor);

        var block = BlockName().Match(module);
        if (!block.Success || !int.TryParse(block.Groups["block"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return null;

        var isFromZero = block.Groups["zero"].Success;
        if (!int.TryParse((isFromZero ? block.Groups["zero"] : block.Groups["one"]).Value, NumberStyles.None, CultureInfo.InvariantCulture, out var stage))
            return null;

        return new KeyRole(KeyPart.Block, isFromZero ? stage + 1 : stage, number, LayerOf(module, block.Groups["layer"].Value), tensor);
    }

    /// <summary>Returns the place of a projection's convolution or norm among its layers, where the name says one.</summary>
    public static int? ProjectionIndexOf(string name)
    {
        var (module, _) = Split(name);
        var dot = module.LastIndexOf('.');
        return dot > 0 && int.TryParse(module.AsSpan(dot + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : null;
    }

    private static (string Module, string Tensor) Split(string name)
    {
        if (name.StartsWith(Backbone, StringComparison.Ordinal))
            name = name[Backbone.Length..];

        var dot = name.LastIndexOf('.');
        return dot < 0 ? ("", name) : (name[..dot], name[(dot + 1)..]);
    }

    private string LayerOf(string module, string layer)
    {
        if (layer.StartsWith("downsample.", StringComparison.Ordinal))
            return "projection." + Kind(module);

        var norm = BlockNormName().Match(layer);
        if (norm.Success)
            return "norm" + norm.Groups["number"].Value;

        return layer switch
        {
            "se.conv_reduce" or "se_layer.conv1.conv" => "se.fc1",
            "se.conv_expand" or "se_layer.conv2.conv" => "se.fc2",
            _ => layer,
        };
    }

    private string Kind(string module) => _ranks.GetValueOrDefault(module) > 1 ? "conv" : "norm";

    // Modules of the stem, in their order: a norm has the number of the convolution before it.
    private Dictionary<string, string> Stem(IEnumerable<string> modules)
    {
        var layers = new Dictionary<string, string>(StringComparer.Ordinal);
        var count = 0;
        foreach (var (module, _) in modules.Select(m => (Module: m, Place: StemPlace(m))).Where(m => m.Place is not null).OrderBy(m => m.Place))
        {
            var kind = Kind(module);
            if (kind == "conv")
                count++;

            layers[module] = kind + count.ToString(CultureInfo.InvariantCulture);
        }

        return layers;
    }

    private static long? StemPlace(string module)
    {
        if (LastStemNormName().IsMatch(module))
            return long.MaxValue;

        var match = StemName().Match(module);
        if (!match.Success)
            return null;

        var number = match.Groups["number"].Success && int.TryParse(match.Groups["number"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0;
        return (2L * number) + (match.Groups["norm"].Success ? 1 : 0);
    }

    [GeneratedRegex(@"^(?:layer(?<one>[1-9]\d*)|stages\.(?<zero>\d+)\.blocks)\.(?<block>\d+)\.(?<layer>.+)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex BlockName();

    [GeneratedRegex(@"^(bn|gn|norm)(?<number>\d+)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex BlockNormName();

    [GeneratedRegex(@"^(maxpool|stem\.pool)\.\d+$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PoolName();

    [GeneratedRegex(@"^(bn|gn|norm)1$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LastStemNormName();

    // conv1, conv1.3, stem.3, stem.0.conv, stem.0.bn, stem.conv, stem.norm, stem.conv2, stem.norm2
    [GeneratedRegex(@"^(conv1|(conv1|stem)\.(?<number>\d+)(\.(conv|(?<norm>bn|gn)))?|stem\.(conv|(?<norm>norm))(?<number>\d+)?)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex StemName();

    [GeneratedRegex(@"(^|\.)gn\d*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex GroupNormName();
}
