using ResNetGen.LibTorch.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor zeros_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Aten.ZerosLike.Invoke(this, dtype, Argument.None, device).with_requires_grad(requires_grad);

        public Tensor ones_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Aten.OnesLike.Invoke(this, dtype, Argument.None, device).with_requires_grad(requires_grad);

        public Tensor empty_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Aten.EmptyLike.Invoke(this, dtype, Argument.None, device).with_requires_grad(requires_grad);

        public Tensor rand_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Aten.RandLike.Invoke(this, dtype, Argument.None, device).with_requires_grad(requires_grad);

        public Tensor randn_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Aten.RandnLike.Invoke(this, dtype, Argument.None, device).with_requires_grad(requires_grad);

        public Tensor full_like(Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Aten.FullLike.Invoke(this, value, dtype, Argument.None, device).with_requires_grad(requires_grad);

        public Tensor new_zeros(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Aten.NewZeros.Invoke(this, size, dtype, Argument.None, device).with_requires_grad(requires_grad);

        public Tensor new_empty(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Aten.NewEmpty.Invoke(this, size, dtype, Argument.None, device).with_requires_grad(requires_grad);

        public Tensor new_full(long[] size, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Aten.NewFull.Invoke(this, size, value, dtype, Argument.None, device).with_requires_grad(requires_grad);
    }
}
