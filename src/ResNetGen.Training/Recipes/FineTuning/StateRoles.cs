using ResNetGen.Weights.Naming;
using static TorchSharp.torch;

namespace ResNetGen.Training;

/// <summary>Which part of a residual network each name of its state dict belongs to, in any of the namings.</summary>
/// <remarks>A network within another is found where it is called <c>backbone</c>.</remarks>
internal sealed class StateRoles
{
    private readonly NamedState _state;
    private readonly List<string> _names;

    /// <summary>Reads the names of a network's state.</summary>
    public StateRoles(nn.Module network)
    {
        var entries = new List<(string Name, int Rank)>();
        foreach (var (name, tensor) in network.state_dict())
            entries.Add((name, (int)tensor.dim()));

        _names = entries.ConvertAll(e => e.Name);
        _state = new NamedState(entries);
        Stages = _names.Max(n => _state.RoleOf(n)?.Stage) ?? 0;
    }

    /// <summary>How many stages the network has.</summary>
    public int Stages { get; }

    /// <summary>What a tensor is; null for what residual networks do not have.</summary>
    public KeyRole? RoleOf(string name) => _state.RoleOf(name);

    /// <summary>How far a tensor lies below the head: 0 for the head and for what is no part of a residual network, 1 for the last stage, one more for the stem than for the first.</summary>
    public int DepthOf(string name) => RoleOf(name) switch
    {
        null or { Part: KeyPart.Classifier } => 0,
        { Part: KeyPart.FinalNorm } => 1,
        { Part: KeyPart.Block, Stage: var stage } => Stages - stage + 1,
        _ => Stages + 1,
    };

    /// <summary>The modules of the stem (level 0) and of the stages up to a level, each the topmost: <c>conv1</c>, <c>bn1</c>, <c>layer1</c>.</summary>
    public IReadOnlySet<string> ModulesUpTo(int level)
    {
        var modules = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in _names)
        {
            if (RoleOf(name) is { } role && role.Part is KeyPart.Stem or KeyPart.Pool or KeyPart.Block && role.Stage <= level)
                modules.Add(ModuleOf(name, role.Part));
        }

        return modules;
    }

    // backbone.layer1.0.conv1.weight -> backbone.layer1; stages.0.blocks.0.conv1.weight -> stages.0; stem.0.weight -> stem
    private static string ModuleOf(string name, KeyPart part)
    {
        var parts = name.Split('.');
        var first = parts[0] == "backbone" ? 1 : 0;
        return string.Join('.', parts[..(first + (part == KeyPart.Block && parts[first] == "stages" ? 2 : 1))]);
    }
}
