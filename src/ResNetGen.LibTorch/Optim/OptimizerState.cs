using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What an optimizer remembers of one parameter.</summary>
public abstract class OptimizerState
{
    private protected readonly Parameter parameter;

    /// <summary>State of a parameter, which stays its module's.</summary>
    protected OptimizerState(Parameter parameter)
    {
        this.parameter = parameter;
    }

    /// <summary>Writes the state.</summary>
    public abstract void SaveStateDict(BinaryWriter writer);

    /// <summary>Reads the state.</summary>
    public abstract void LoadStateDict(BinaryReader reader);

    /// <summary>Copies the state.</summary>
    public abstract void LoadStateDict(OptimizerState source);

    /// <summary>Whether the other state's values are close to this one's.</summary>
    public virtual bool ApproximatelyEquals(OptimizerState other) => false;

    /// <summary>Forgets everything.</summary>
    public abstract void Initialize(OptimizerOptions options);

    /// <summary>Moves the state to a device.</summary>
    public virtual void to(Device device)
    {
    }
}
