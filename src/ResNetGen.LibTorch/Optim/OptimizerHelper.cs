using ResNetGen;
using ResNetGen.LibTorch;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>An optimizer with settings per group and state per parameter.</summary>
public abstract class OptimizerHelper : optim.Optimizer
{
    private protected readonly Dictionary<Parameter, OptimizerState> states = new(ReferenceEqualityComparer.Instance);

    /// <summary>The settings of each group and the state of each parameter: live objects, not copies.</summary>
    public virtual StateDictionary state_dict()
    {
        var dictionary = new StateDictionary();
        foreach (var group in groups)
        {
            dictionary.Options.Add(group.Options);
            List<int> places = [];
            foreach (var parameter in group.Parameters)
            {
                places.Add(dictionary.State.Count);
                dictionary.State.Add(states[parameter]);
            }

            dictionary.StateIndexRef.Add(places);
        }

        return dictionary;
    }

    /// <summary>Copies settings and state of an optimizer over parameters of the same shapes.</summary>
    /// <exception cref="ArgumentException">The groups or the parameters are not as many.</exception>
    public virtual void load_state_dict(StateDictionary state_dict)
    {
        ArgumentNullException.ThrowIfNull(state_dict);
        var own = this.state_dict();
        RequireCounts(own, state_dict.Options.Count, state_dict.State.Count);
        for (var index = 0; index < own.Options.Count; index++)
        {
            own.Options[index].LoadStateDict(state_dict.Options[index]);
        }

        for (var index = 0; index < own.State.Count; index++)
        {
            own.State[index].LoadStateDict(state_dict.State[index]);
        }
    }

    /// <summary>Saves settings and state. The file appears whole or not at all.</summary>
    public void save_state_dict(string location) => AtomicFile.Write(location, stream =>
    {
        using var writer = new BinaryWriter(stream);
        save_state_dict(writer);
    });

    /// <summary>Writes settings and state.</summary>
    public void save_state_dict(BinaryWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        var own = state_dict();
        writer.Write(GetType().Name);
        StateFormat.WriteNumber(writer, own.Options.Count);
        StateFormat.WriteNumber(writer, own.State.Count);
        own.Options.ForEach(options => options.SaveStateDict(writer));
        own.State.ForEach(state => state.SaveStateDict(writer));
    }

    /// <summary>Loads what <see cref="save_state_dict(string)"/> wrote.</summary>
    public void load_state_dict(string location)
    {
        using var stream = File.OpenRead(location);
        using var reader = new BinaryReader(stream);
        load_state_dict(reader);
    }

    /// <summary>Reads what <see cref="save_state_dict(BinaryWriter)"/> wrote.</summary>
    /// <exception cref="InvalidDataException">Another kind of optimizer wrote it.</exception>
    /// <exception cref="ArgumentException">The groups or the parameters are not as many, or a shape differs.</exception>
    public void load_state_dict(BinaryReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var kind = StateFormat.ReadKey(reader);
        if (kind != GetType().Name)
        {
            throw new InvalidDataException($"Mismatched optimizer type: expected '{GetType().Name}', but found '{kind}' in the loaded stream.");
        }

        var own = state_dict();
        RequireCounts(own, StateFormat.ReadNumber(reader), StateFormat.ReadNumber(reader));
        own.Options.ForEach(options => options.LoadStateDict(reader));
        own.State.ForEach(state => state.LoadStateDict(reader));
    }

    /// <summary>Moves the state to a device.</summary>
    public void to(Device device)
    {
        foreach (var state in states.Values)
        {
            state.to(device);
        }
    }

    /// <inheritdoc/>
    public override void zero_grad() => base.zero_grad();

    /// <inheritdoc/>
    public override IEnumerable<Parameter> parameters() => base.parameters();

    /// <inheritdoc/>
    public override void add_param_group(ParamGroup param_group)
    {
        ArgumentNullException.ThrowIfNull(param_group);

        // The optimizer walks the parameters at every step: not through the module tree again each time.
        param_group.Parameters = [.. param_group.Parameters];
        foreach (var parameter in param_group.Parameters)
        {
            if (!states.TryAdd(parameter, MakeState(parameter)))
            {
                throw new ArgumentException("some parameters appear in more than one parameter group", nameof(param_group));
            }
        }

        base.add_param_group(param_group);
    }

    private protected abstract OptimizerState MakeState(Parameter parameter);

    private protected static Tensor? RunClosure(Func<Tensor>? closure)
    {
        if (closure is null)
        {
            return null;
        }

        using var _ = enable_grad();
        return closure();
    }

    private static void RequireCounts(StateDictionary own, long options, long states)
    {
        if (own.Options.Count != options)
        {
            throw new ArgumentException("Invalid optimizer state -- different number of parameter groups.");
        }

        if (own.State.Count != states)
        {
            throw new ArgumentException("Invalid optimizer state -- different number of states.");
        }
    }
}
