using ResNetGen.Architecture.Networks;

namespace ResNetGen.Architecture.Emission;

/// <summary>
/// The numbers that a block's class keeps as properties: what a module of TorchSharp does not tell of itself in every
/// version, and the network made for inference needs.
/// </summary>
internal sealed class KeptNumbers
{
    private readonly Dictionary<string, string> _properties = new(StringComparer.Ordinal);

    /// <summary>Numbers of a class that stands alone.</summary>
    public KeptNumbers(IEnumerable<string> needed, Parameters parameters)
        : this(needed, parameters, "", parameters, inherited: null)
    {
    }

    /// <summary>Numbers of a class that passes some of its parameters on to its base.</summary>
    /// <param name="needed">Literals and names of parameters.</param>
    /// <param name="parameters">The class's parameters.</param>
    /// <param name="prefix">What its own properties begin with.</param>
    /// <param name="passed">The base's parameters.</param>
    /// <param name="inherited">What the base keeps.</param>
    public KeptNumbers(IEnumerable<string> needed, Parameters parameters, string prefix, Parameters passed, KeptNumbers? inherited)
    {
        // What the base got under the same name is there already.
        for (var i = 0; inherited is not null && i < passed.All.Count; i++)
        {
            var name = passed.All[i].Name;
            if (parameters.Expressions[i] == name && inherited._properties.TryGetValue(name, out var property))
                _properties.Add(name, property);
        }

        foreach (var name in needed.Distinct(StringComparer.Ordinal).Where(n => parameters.All.Any(p => p.Name == n) && !_properties.ContainsKey(n)))
        {
            _properties.Add(name, prefix + char.ToUpperInvariant(name[0]) + name.Substring(1));
            Own.Add((name, _properties[name]));
        }
    }

    /// <summary>Parameters and the properties that the class declares for them.</summary>
    public List<(string Parameter, string Property)> Own { get; } = [];

    /// <summary>What a literal or a parameter's name is outside the constructor.</summary>
    public string Of(string expression, string source = "") =>
        _properties.TryGetValue(expression, out var property) ? source + property : expression;

    /// <summary>The numbers of a layer that are needed, out of all that <see cref="BlockNumbers"/> lists.</summary>
    public static IEnumerable<string> Needed(Layer layer, IReadOnlyList<string> numbers) => layer switch
    {
        // Weights tell channels and kernels.
        Convolution => numbers.Skip(3),
        GroupNorm => numbers.Take(1),
        MaxPool or AveragePool or BlurPool => numbers,
        _ => [],
    };

    /// <summary>Writes the properties.</summary>
    public void Declare(CodeWriter writer)
    {
        foreach (var (parameter, property) in Own)
            writer.Summary($"The constructor's {parameter}.").Line($"internal long {property} {{ get; }}").Line();
    }

    /// <summary>Writes what the constructor does for them.</summary>
    public void Assign(CodeWriter writer)
    {
        foreach (var (parameter, property) in Own)
            writer.Line($"{property} = {parameter};");
    }
}
