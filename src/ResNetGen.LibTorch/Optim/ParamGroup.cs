using static TorchSharp.torch.optim;

namespace TorchSharp.Modules;

/// <summary>Parameters under common settings.</summary>
public class ParamGroup : ILearningRateController
{
    /// <summary>The parameters.</summary>
    public IEnumerable<Parameter> Parameters { get; set; } = [];

    /// <summary>The settings.</summary>
    public OptimizerOptions Options { get; set; } = null!;

    /// <summary>The learning rate of the next step.</summary>
    public double LearningRate
    {
        get => Options.LearningRate ?? throw new InvalidOperationException("The group has no learning rate before an optimizer has it.");
        set => Options.LearningRate = value;
    }

    /// <summary>The learning rate at the start.</summary>
    public double InitialLearningRate
    {
        get => Options.InitialLearningRate;
        set => Options.InitialLearningRate = value;
    }
}

/// <summary>Parameters under common settings of one optimizer's type.</summary>
public class ParamGroup<TOptions> : ParamGroup
    where TOptions : OptimizerOptions
{
    /// <summary>An empty group.</summary>
    public ParamGroup()
    {
    }

    /// <summary>A group; what the settings leave open takes the optimizer's.</summary>
    public ParamGroup(IEnumerable<Parameter> parameters, TOptions options = null!)
    {
        Parameters = parameters;
        base.Options = options;
    }

    /// <summary>The settings.</summary>
    public new TOptions Options
    {
        get => (TOptions)base.Options;
        set => base.Options = value;
    }
}
