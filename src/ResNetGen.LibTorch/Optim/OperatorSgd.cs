using ResNetGen.LibTorch.Interop;
using static TorchSharp.torch;

namespace ResNetGen.LibTorch;

/// <summary>
/// A step of SGD by libtorch's operators on lists of tensors: on a GPU each is one kernel for all parameters, on the CPU one
/// after the other. Each is an operator of PyTorch's SGD, in its order: the results are equal to the bit.
/// </summary>
internal static class OperatorSgd
{
    private static readonly Operator Add = Operator.Find("aten::_foreach_add", "List");
    private static readonly Operator AddInPlace = Operator.Find("aten::_foreach_add_", "List");
    private static readonly Operator ScaleInPlace = Operator.Find("aten::_foreach_mul_", "Scalar");
    private static readonly Operator Negate = Operator.Find("aten::_foreach_neg");
    private static readonly Operator Clone = Operator.Find("aten::clone");

    /// <summary>Changes the parameters and their momentum.</summary>
    internal static void Step(IReadOnlyList<SgdUpdate> updates, in SgdNumbers numbers)
    {
        Tensor[] parameters = [.. updates.Select(u => u.Parameter)];
        Tensor[] gradients = [.. updates.Select(u => u.Gradient)];
        Tensor[] changes = gradients;
        if (numbers.Maximize)
        {
            changes = Negate.InvokeMany(Argument.List(changes));
        }

        if (numbers.Decay != 0)
        {
            changes = Replaced(changes, Add.InvokeMany(Argument.List(changes), Argument.List(parameters), numbers.Decay));
        }

        if (numbers.Momentum != 0)
        {
            var buffers = Accumulate(updates, changes, numbers);
            changes = Replaced(changes, numbers.Nesterov ? Add.InvokeMany(Argument.List(changes), Argument.List(buffers), numbers.Momentum) : buffers);
        }

        AddInPlace.InvokeVoid(Argument.List(parameters), Argument.List(changes), -numbers.Rate);
        if (numbers.Momentum == 0 || numbers.Nesterov)
        {
            _ = Replaced(changes, gradients);
        }

        Tensor[] Replaced(Tensor[] before, Tensor[] after)
        {
            if (!ReferenceEquals(before, gradients))
            {
                Array.ForEach(before, tensor => tensor.Dispose());
            }

            return after;
        }
    }

    private static Tensor[] Accumulate(IReadOnlyList<SgdUpdate> updates, Tensor[] changes, in SgdNumbers numbers)
    {
        int[] moving = [.. Enumerable.Range(0, changes.Length).Where(i => updates[i].State.momentum_buffer is not null)];
        if (moving.Length > 0)
        {
            Tensor[] buffers = [.. moving.Select(i => updates[i].State.momentum_buffer)];
            ScaleInPlace.InvokeVoid(Argument.List(buffers), numbers.Momentum);
            AddInPlace.InvokeVoid(Argument.List(buffers), Argument.List(moving.Select(i => changes[i])), 1 - numbers.Dampening);
        }

        for (var i = 0; i < changes.Length; i++)
        {
            updates[i].State.momentum_buffer ??= Clone.Invoke(changes[i]).DetachFromDisposeScope();
        }

        return [.. updates.Select(u => u.State.momentum_buffer)];
    }
}
