using ResNetGen.LibTorch.Interop;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Stochastic gradient descent with momentum, in PyTorch's arithmetic.</summary>
public partial class SGD : OptimizerHelper, optim.IMomentum
{
    private static readonly Operator Add = Operator.Find("aten::add", "Tensor");
    private static readonly Operator AddInPlace = Operator.Find("aten::add_", "Tensor");
    private static readonly Operator ScaleInPlace = Operator.Find("aten::mul_", "Scalar");
    private static readonly Operator Negate = Operator.Find("aten::neg");
    private static readonly Operator Clone = Operator.Find("aten::clone");

    private readonly Options defaults;

    /// <summary>An optimizer of one group.</summary>
    /// <exception cref="ArgumentException">A setting is negative, or Nesterov's momentum lacks a momentum or has a dampening.</exception>
    public SGD(
        IEnumerable<Parameter> parameters, double lr, double momentum = 0, double dampening = 0, double weight_decay = 0, bool nesterov = false, bool maximize = false)
        : this([new ParamGroup { Parameters = parameters }], lr, momentum, dampening, weight_decay, nesterov, maximize)
    {
    }

    /// <summary>An optimizer of several groups; what a group leaves open takes these settings.</summary>
    /// <exception cref="ArgumentException">A setting is negative, or Nesterov's momentum lacks a momentum or has a dampening.</exception>
    public SGD(
        IEnumerable<ParamGroup> parameters, double lr, double momentum = 0, double dampening = 0, double weight_decay = 0, bool nesterov = false, bool maximize = false)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        RequireNotNegative(lr, "learning rate");
        RequireNotNegative(momentum, "momentum value");
        RequireNotNegative(weight_decay, "weight_decay value");
        if (nesterov && (momentum <= 0 || dampening != 0))
        {
            throw new ArgumentException("Nesterov momentum requires a momentum and zero dampening", nameof(nesterov));
        }

        defaults = new Options
        {
            LearningRate = lr,
            InitialLearningRate = lr,
            momentum = momentum,
            dampening = dampening,
            weight_decay = weight_decay,
            nesterov = nesterov,
            maximize = maximize,
        };
        foreach (var group in parameters)
        {
            AddGroup(group);
        }
    }

    /// <summary>The momentum of groups that have none of their own.</summary>
    public double Momentum
    {
        get => defaults.momentum ?? 0;
        set => defaults.momentum = value;
    }

    /// <inheritdoc/>
    public override void add_param_group(Modules.ParamGroup param_group) => AddGroup(param_group);

    /// <inheritdoc/>
    public override Tensor step(Func<Tensor> closure = null!)
    {
        var loss = RunClosure(closure);
        using var _ = no_grad();
        foreach (var group in groups)
        {
            var options = (Options)group.Options;
            foreach (var parameter in group.Parameters)
            {
                Step(parameter, (State)states[parameter], options);
            }
        }

        return loss!;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            foreach (var state in states.Values)
            {
                ((State)state).Dispose();
            }
        }

        base.Dispose(disposing);
    }

    private protected override OptimizerState MakeState(Parameter parameter) => new State(parameter);

    private static void Step(Parameter parameter, State state, Options options)
    {
        var update = parameter.grad;
        if (update is null)
        {
            return;
        }

        // Each line is one operator of PyTorch's single-tensor SGD, in its order: the results are equal to the bit.
        if (options.maximize == true)
        {
            Replace(ref update, Negate.Invoke(update));
        }

        if (options.weight_decay is { } decay and not 0)
        {
            Replace(ref update, Add.Invoke(update, parameter, decay));
        }

        if (options.momentum is { } momentum and not 0)
        {
            if (state.momentum_buffer is { } buffer)
            {
                ScaleInPlace.InvokeVoid(buffer, momentum);
                AddInPlace.InvokeVoid(buffer, update, 1 - (options.dampening ?? 0));
            }
            else
            {
                buffer = Clone.Invoke(update).DetachFromDisposeScope();
                state.momentum_buffer = buffer;
            }

            Replace(ref update, options.nesterov == true ? Add.Invoke(update, buffer, momentum) : buffer.alias());
        }

        AddInPlace.InvokeVoid(parameter, update, -(options.LearningRate ?? 0));
        update.Dispose();
    }

    private static void Replace(ref Tensor update, Tensor next)
    {
        update.Dispose();
        update = next;
    }

    private static void RequireNotNegative(double value, string what)
    {
        if (!(value >= 0))
        {
            throw new ArgumentException($"Invalid {what}: {value}");
        }
    }

    private void AddGroup(Modules.ParamGroup group)
    {
        ArgumentNullException.ThrowIfNull(group);
        var options = (Options?)group.Options ?? new Options();
        options.FillFrom(defaults);
        group.Options = options;
        base.add_param_group(group);
    }
}
