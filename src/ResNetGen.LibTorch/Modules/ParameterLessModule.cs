using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Marks the modules that have neither parameters nor buffers.</summary>
public interface IParameterLessModule;

/// <summary>A module without parameters and buffers.</summary>
public abstract class ParameterLessModule<T1, TResult> : nn.Module<T1, TResult>, IParameterLessModule
{
    /// <inheritdoc/>
    protected ParameterLessModule(string name)
        : base(name) => SetComponentsRegistered();

    /// <summary>Refuses: the module has no buffers.</summary>
    /// <exception cref="InvalidOperationException">Always.</exception>
    public override void register_buffer(string name, Tensor tensor, bool persistent = true) =>
        throw new InvalidOperationException("Cannot register a buffer on a module that is declared 'parameter-less.'");

    /// <summary>Refuses: the module has no parameters.</summary>
    /// <exception cref="InvalidOperationException">Always.</exception>
    public override void register_parameter(string name, Parameter param) =>
        throw new InvalidOperationException("Cannot register a parameter on a module that is declared 'parameter-less.'");

    /// <summary>Registers a submodule that has no parameters either.</summary>
    /// <exception cref="InvalidOperationException">The submodule may have parameters.</exception>
    public override void register_module(string name, nn.Module submodule)
    {
        if (submodule is not IParameterLessModule)
        {
            throw new InvalidOperationException("Submodules of a parameter-less module must also be parameter-less.");
        }

        base.register_module(name, submodule);
    }
}
