using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TorchSharp;

namespace ResNetGen.LibTorch.Interop;

/// <summary>
/// One operator of libtorch's dispatcher, called through its schema: leading arguments are given, the rest take the
/// schema's defaults. Keep instances in <c>static readonly</c> fields; looking one up is slow, calling one is not.
/// </summary>
internal sealed unsafe class Operator
{
    private const int MaxArguments = 24;
    private const int MaxResults = 4;
    private const int InlineBytes = 512;

    private readonly string _name;
    private readonly string _overload;
    private nint _handle;

    private Operator(string name, string overload, nint handle)
    {
        _name = name;
        _overload = overload;
        _handle = handle;
    }

    /// <summary>
    /// Names an operator; libtorch is asked on the first call, so a missing library or operator is reported there, by
    /// one plain exception, and not from a type initialiser.
    /// </summary>
    /// <param name="name">With its namespace: <c>aten::add</c>.</param>
    /// <param name="overload">As in the schema: <c>Tensor</c>; empty for the unnamed one.</param>
    internal static Operator Find(string name, string overload = "") => new(name, overload, 0);

    /// <summary>The operator, or null where this libtorch has none of that name.</summary>
    internal static Operator? TryFind(string name, string overload = "")
    {
        nint handle = Native.FindOperator(name, overload);
        return handle == 0 ? null : new Operator(name, overload, handle);
    }

    public override string ToString() => _overload.Length == 0 ? _name : $"{_name}.{_overload}";

    /// <summary>Calls an operator that returns one tensor.</summary>
    /// <exception cref="ExternalException">libtorch refused the call; the message is its own.</exception>
    [SkipLocalsInit]
    internal torch.Tensor Invoke(params ReadOnlySpan<Argument> args)
    {
        NativeValue result;
        Call(args, &result, 1);
        return new torch.Tensor(result.Pointer);
    }

    /// <summary>Calls an operator whose tensor may be undefined, which becomes null.</summary>
    [SkipLocalsInit]
    internal torch.Tensor? InvokeOptional(params ReadOnlySpan<Argument> args)
    {
        NativeValue result;
        Call(args, &result, 1);
        return result.Pointer == 0 ? null : new torch.Tensor(result.Pointer);
    }

    /// <summary>Calls an in-place operator, or one without results; what it returns is dropped.</summary>
    [SkipLocalsInit]
    internal void InvokeVoid(params ReadOnlySpan<Argument> args) => Call(args, null, 0);

    /// <summary>Calls an operator that returns two tensors.</summary>
    [SkipLocalsInit]
    internal (torch.Tensor First, torch.Tensor Second) InvokePair(params ReadOnlySpan<Argument> args)
    {
        NativeValue* results = stackalloc NativeValue[2];
        Call(args, results, 2);
        return (new torch.Tensor(results[0].Pointer), new torch.Tensor(results[1].Pointer));
    }

    /// <summary>Calls an operator that returns several tensors, or one list of them.</summary>
    [SkipLocalsInit]
    internal torch.Tensor[] InvokeMany(params ReadOnlySpan<Argument> args)
    {
        NativeValue* results = stackalloc NativeValue[MaxResults];
        int count = Call(args, results, MaxResults);
        if (count == 1 && results[0].Kind == ValueKind.TensorList)
        {
            return TakeList(results[0]);
        }

        var tensors = new torch.Tensor[count];
        for (int i = 0; i < count; i++)
        {
            tensors[i] = new torch.Tensor(results[i].Pointer);
        }

        return tensors;
    }

    /// <summary>Calls an operator that returns a number or a boolean.</summary>
    [SkipLocalsInit]
    internal Scalar InvokeScalar(params ReadOnlySpan<Argument> args)
    {
        NativeValue result;
        Call(args, &result, 1);
        return new Scalar(result.Kind, result.Bits);
    }

    /// <summary>Calls an operator that returns an integer.</summary>
    [SkipLocalsInit]
    internal long InvokeInt64(params ReadOnlySpan<Argument> args)
    {
        NativeValue result;
        Call(args, &result, 1);
        return result.Bits;
    }

    /// <summary>Calls an operator that returns a boolean.</summary>
    [SkipLocalsInit]
    internal bool InvokeBoolean(params ReadOnlySpan<Argument> args)
    {
        NativeValue result;
        Call(args, &result, 1);
        return result.Bits != 0;
    }

    private static torch.Tensor[] TakeList(NativeValue list)
    {
        var tensors = new torch.Tensor[list.Length];
        var handles = (nint*)list.Pointer;
        for (int i = 0; i < tensors.Length; i++)
        {
            tensors[i] = new torch.Tensor(handles[i]);
        }

        Native.FreeList((nint)handles);
        return tensors;
    }

    [SkipLocalsInit]
    private int Call(ReadOnlySpan<Argument> args, NativeValue* results, int capacity)
    {
        if (_handle == 0)
        {
            Resolve();
        }

        if (args.Length > MaxArguments)
        {
            throw new ArgumentException($"{this} was given {args.Length} arguments; {MaxArguments} is the most.", nameof(args));
        }

        NativeValue* values = stackalloc NativeValue[MaxArguments];
        byte* inline = stackalloc byte[InlineBytes];
        var memory = new CallMemory(inline, InlineBytes);
        int count;
        try
        {
            for (int i = 0; i < args.Length; i++)
            {
                ref readonly Argument argument = ref args[i];
                values[i].Kind = argument.Kind;
                if (argument.Reference is null)
                {
                    values[i].Bits = argument.Bits;
                }
                else if (argument.Kind == ValueKind.Tensor)
                {
                    values[i].Bits = Unsafe.As<torch.Tensor>(argument.Reference).Handle;
                }
                else
                {
                    memory.Store(ref values[i], argument.Reference);
                }
            }

            count = Native.Call(_handle, values, args.Length, results, capacity);
        }
        finally
        {
            memory.Free();
        }

        foreach (ref readonly Argument argument in args)
        {
            GC.KeepAlive(argument.Reference);
        }

        if (count < 0)
        {
            Throw();
        }

        return count;
    }

    private void Resolve()
    {
        nint handle = Native.FindOperator(_name, _overload);
        _handle = handle != 0
            ? handle
            : throw new NotSupportedException($"libtorch {Native.Version} has no operator {this}.");
    }

    [DoesNotReturn]
    private void Throw() => throw new ExternalException($"{this}: {Native.LastError()}");
}
