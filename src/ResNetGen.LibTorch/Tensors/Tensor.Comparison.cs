using ResNetGen.LibTorch.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor eq(Tensor target) => Aten.Eq_Tensor.Invoke(this, target);

        public Tensor eq(Scalar target) => Aten.Eq_Scalar.Invoke(this, target);

        public Tensor ne(Tensor target) => Aten.Ne_Tensor.Invoke(this, target);

        public Tensor ne(Scalar target) => Aten.Ne_Scalar.Invoke(this, target);

        public Tensor lt(Tensor target) => Aten.Lt_Tensor.Invoke(this, target);

        public Tensor lt(Scalar target) => Aten.Lt_Scalar.Invoke(this, target);

        public Tensor le(Tensor target) => Aten.Le_Tensor.Invoke(this, target);

        public Tensor le(Scalar target) => Aten.Le_Scalar.Invoke(this, target);

        public Tensor gt(Tensor target) => Aten.Gt_Tensor.Invoke(this, target);

        public Tensor gt(Scalar target) => Aten.Gt_Scalar.Invoke(this, target);

        public Tensor ge(Tensor target) => Aten.Ge_Tensor.Invoke(this, target);

        public Tensor ge(Scalar target) => Aten.Ge_Scalar.Invoke(this, target);

        public Tensor logical_and(Tensor other) => Aten.LogicalAnd.Invoke(this, other);

        public Tensor logical_or(Tensor other) => Aten.LogicalOr.Invoke(this, other);

        /// <summary>Element by element, as TorchSharp has it; <see cref="Equals(Tensor)"/> gives one answer.</summary>
        public Tensor equal(Tensor target) => eq(target);

        /// <summary>Whether both have the same shape and elements.</summary>
        public bool Equals(Tensor target) => target is not null && Aten.Equal.InvokeBoolean(this, target);

        public override bool Equals(object? obj) => obj is Tensor other && Equals(other);

        public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);

        /// <summary>Whether every pair differs by at most <c>atol + rtol * |target|</c>.</summary>
        public bool allclose(Tensor target, double rtol = 1e-05, double atol = 1e-08, bool equal_nan = false) =>
            Aten.Allclose.InvokeBoolean(this, target, rtol, atol, equal_nan);

        public Tensor isclose(Tensor other, double rtol = 1e-05, double atol = 1e-08, bool nanEqual = false) =>
            Aten.Isclose.Invoke(this, other, rtol, atol, nanEqual);

        public Tensor all() => Aten.All.Invoke(this);

        public Tensor all(long dim, bool keepdim = false) => Aten.All_dim.Invoke(this, dim, keepdim);

        public Tensor any() => Aten.Any.Invoke(this);

        public Tensor any(long dim, bool keepdim = false) => Aten.Any_dim.Invoke(this, dim, keepdim);
    }
}
