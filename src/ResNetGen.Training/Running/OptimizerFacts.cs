using ResNetGen.Weights;
using ResNetGen.Weights.Nested;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace ResNetGen.Training;

/// <summary>The optimizer's state in PyTorch's form, out and in.</summary>
internal static class OptimizerFacts
{
    public const string Momentum = "momentum_buffer";

    /// <summary>Returns what Python's <c>torch.optim.SGD.state_dict()</c> gives: momentum by the parameter's place, and the groups.</summary>
    public static NestedDict Of(SGD optimizer)
    {
        var facts = optimizer.state_dict();
        var state = new NestedDict();
        for (var place = 0; place < facts.State.Count; place++)
        {
            if (MomentumOf(facts.State[place]) is { } momentum)
                state.Add(place, new NestedDict { { Momentum, ModuleState.Described([(Momentum, momentum)])[0] } });
        }

        var groups = new List<object>();
        var first = 0L;
        foreach (var (group, options) in optimizer.ParamGroups.Cast<ParamGroup>().Zip(facts.Options.Cast<SGD.Options>()))
        {
            var places = Enumerable.Range(0, group.Parameters.Count()).Select(i => first + i).ToList();
            first += places.Count;
            groups.Add(Group(options, places));
        }

        return new NestedDict { { "state", state }, { "param_groups", groups } };
    }

    /// <summary>Gives the optimizer the momentum of a checkpoint. The tensors were verified.</summary>
    /// <exception cref="TrainingException">It is another optimizer's.</exception>
    public static void Restore(SGD optimizer, IReadOnlyDictionary<int, CheckpointTensor> momentum)
    {
        var states = optimizer.state_dict().State;
        var parameters = ParametersOf(optimizer);
        foreach (var (place, tensor) in momentum)
        {
            if (place < 0 || place >= parameters.Count || !tensor.Shape.SequenceEqual(parameters[place].shape))
                throw new TrainingException($"the checkpoint's optimizer does not fit the network: it has a momentum of [{string.Join(", ", tensor.Shape)}] for parameter {place} of {parameters.Count}");
        }

        using var _ = no_grad();
        foreach (var (place, tensor) in momentum)
        {
            var buffer = BufferLike(parameters[place]);
            TensorFiller.Fill(buffer, tensor, tensor.Elements);
            SetMomentum(states[place], buffer);
        }
    }

    /// <summary>The momentum of each parameter, in their order; null before the first step.</summary>
    public static IReadOnlyList<Tensor?> AllMomentum(SGD optimizer) => [.. optimizer.state_dict().State.Select(MomentumOf)];

    /// <summary>Gives parameters a momentum, where they have none: something to receive another process's in, and nothing before that.</summary>
    public static void Allocate(SGD optimizer, IReadOnlyList<bool> present)
    {
        var states = optimizer.state_dict().State;
        var parameters = ParametersOf(optimizer);
        for (var place = 0; place < parameters.Count; place++)
        {
            if (present[place] && MomentumOf(states[place]) is null)
                SetMomentum(states[place], BufferLike(parameters[place]));
        }
    }

    private static List<Parameter> ParametersOf(SGD optimizer) => [.. optimizer.ParamGroups.Cast<ParamGroup>().SelectMany(g => g.Parameters)];

    // As the parameter lies in memory, and where; what it holds is written over.
    private static Tensor BufferLike(Parameter parameter) => parameter.detach().clone().DetachFromDisposeScope();

    private static Tensor? MomentumOf(OptimizerState state) => ((SGD.State)state).momentum_buffer;

    private static void SetMomentum(OptimizerState state, Tensor buffer)
    {
        ((SGD.State)state).momentum_buffer?.Dispose();
        ((SGD.State)state).momentum_buffer = buffer;
    }

    private static NestedDict Group(SGD.Options options, List<long> places) => new()
    {
        { "lr", options.LearningRate },
        { "momentum", options.momentum ?? 0 },
        { "dampening", options.dampening ?? 0 },
        { "weight_decay", options.weight_decay ?? 0 },
        { "nesterov", options.nesterov ?? false },
        { "maximize", options.maximize ?? false },
        { "foreach", null },
        { "differentiable", false },
        { "params", places },
    };
}
