using System.Globalization;
using System.Runtime.CompilerServices;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A chain of modules, each fed by the one before. What passes between them is disposed as soon as it is used.</summary>
public class Sequential : nn.Module<Tensor, Tensor>
{
    private readonly List<nn.IModule<Tensor, Tensor>> chain = [];
    private readonly List<string> names = [];

    /// <summary>A chain of named modules.</summary>
    protected Sequential(params (string name, nn.Module<Tensor, Tensor> submodule)[] modules)
        : this()
    {
        foreach (var (name, module) in modules)
        {
            append(name, module);
        }
    }

    /// <summary>A chain of modules, named by their number.</summary>
    protected Sequential(params nn.Module<Tensor, Tensor>[] modules)
        : this()
    {
        foreach (var module in modules)
        {
            append(module);
        }
    }

    internal Sequential()
        : base(nameof(Sequential)) => SetComponentsRegistered();

    /// <summary>How many modules the chain has.</summary>
    public int Count => chain.Count;

    /// <summary>The module at a place of the chain.</summary>
    [IndexerName("SequentialItems")]
    public nn.IModule<Tensor, Tensor> this[int index] => chain[index];

    /// <summary>A part of the chain, over the same modules.</summary>
    [IndexerName("SequentialItems")]
    public Sequential this[(int? start, int? end) index] => Slice(index.start ?? 0, index.end ?? Count);

    /// <summary>A part of the chain, over the same modules.</summary>
    [IndexerName("SequentialItems")]
    public Sequential this[Range index] => Slice(index.Start.GetOffset(Count), index.End.GetOffset(Count));

    /// <summary>Adds a module at the end. Its components must be registered already: a chain does not ask for that.</summary>
    /// <exception cref="InvalidOperationException">The name is taken.</exception>
    public Sequential append(string name, nn.IModule<Tensor, Tensor> module)
    {
        AddModuleAsIs(name, (nn.Module)module);
        chain.Add(module);
        names.Add(name);
        return this;
    }

    /// <summary>Adds a module at the end, named by its number.</summary>
    public Sequential append(nn.IModule<Tensor, Tensor> module) =>
        append(Count.ToString(CultureInfo.InvariantCulture), module);

    /// <summary>Runs the chain; an empty chain returns its input under a new handle.</summary>
    public override Tensor forward(Tensor tensor)
    {
        if (chain.Count == 0)
        {
            return tensor.alias();
        }

        var current = tensor;
        foreach (var module in chain)
        {
            Tensor next;
            try
            {
                next = module.call(current);
            }
            finally
            {
                if (!ReferenceEquals(current, tensor))
                {
                    current.Dispose();
                }
            }

            current = next;
        }

        return current;
    }

    private Sequential Slice(int start, int end)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(end, Count);
        var part = new Sequential();
        for (var index = start; index < end; index++)
        {
            part.append(names[index], chain[index]);
        }

        return part;
    }
}
