using ResNetGen.LibTorch;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Stochastic gradient descent with momentum, in PyTorch's arithmetic.</summary>
public partial class SGD : OptimizerHelper, optim.IMomentum
{
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
            Step(group, SgdNumbers.Of((Options)group.Options));
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

    private void Step(Modules.ParamGroup group, SgdNumbers numbers)
    {
        List<SgdUpdate> inOnePass = [], byOperators = [];
        try
        {
            foreach (var parameter in group.Parameters)
            {
                if (parameter.grad is not { } gradient)
                {
                    continue;
                }

                var update = new SgdUpdate(parameter, gradient, (State)states[parameter]);
                (FusedSgd.Takes(update, numbers) ? inOnePass : byOperators).Add(update);
            }

            FusedSgd.Step(inOnePass, numbers);

            // On a GPU, few kernels for all; on the CPU one after the other, which needs no memory for all updates at once.
            foreach (var together in byOperators.GroupBy(update => update.Parameter.is_cuda ? 0 : update.Parameter.Handle))
            {
                OperatorSgd.Step([.. together], numbers);
            }
        }
        finally
        {
            inOnePass.ForEach(update => update.Gradient.Dispose());
            byOperators.ForEach(update => update.Gradient.Dispose());
        }
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
