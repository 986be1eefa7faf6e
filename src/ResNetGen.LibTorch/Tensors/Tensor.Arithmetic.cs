using ResNetGen.LibTorch.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor add(Tensor target) => Aten.Add_Tensor.Invoke(this, target);

        /// <summary><c>this + alpha * target</c>.</summary>
        public Tensor add(Tensor target, Scalar alpha) => Aten.Add_Tensor.Invoke(this, target, alpha);

        public Tensor add(Scalar scalar) => Aten.Add_Scalar.Invoke(this, scalar);

        public Tensor add(Scalar scalar, Scalar alpha) => Aten.Add_Scalar.Invoke(this, scalar, alpha);

        public Tensor add_(Tensor target)
        {
            Aten.AddInPlace_Tensor.InvokeVoid(this, target);
            return this;
        }

        public Tensor add_(Tensor target, Scalar alpha)
        {
            Aten.AddInPlace_Tensor.InvokeVoid(this, target, alpha);
            return this;
        }

        public Tensor add_(Scalar scalar)
        {
            Aten.AddInPlace_Scalar.InvokeVoid(this, scalar);
            return this;
        }

        public Tensor add_(Scalar scalar, Scalar alpha)
        {
            Aten.AddInPlace_Scalar.InvokeVoid(this, scalar, alpha);
            return this;
        }

        public Tensor sub(Tensor target) => Aten.Sub_Tensor.Invoke(this, target);

        public Tensor sub(Scalar target) => Aten.Sub_Scalar.Invoke(this, target);

        public Tensor sub_(Tensor target)
        {
            Aten.SubInPlace_Tensor.InvokeVoid(this, target);
            return this;
        }

        public Tensor sub_(Scalar target)
        {
            Aten.SubInPlace_Scalar.InvokeVoid(this, target);
            return this;
        }

        public Tensor mul(Tensor target) => Aten.Mul_Tensor.Invoke(this, target);

        public Tensor mul(Scalar target) => Aten.Mul_Scalar.Invoke(this, target);

        public Tensor mul_(Tensor target)
        {
            Aten.MulInPlace_Tensor.InvokeVoid(this, target);
            return this;
        }

        public Tensor mul_(Scalar target)
        {
            Aten.MulInPlace_Scalar.InvokeVoid(this, target);
            return this;
        }

        public Tensor div(Tensor target, RoundingMode rounding_mode = RoundingMode.None) =>
            Aten.Div_Tensor_mode.Invoke(this, target, NameOf(rounding_mode));

        public Tensor div_(Tensor target, RoundingMode rounding_mode = RoundingMode.None)
        {
            Aten.DivInPlace_Tensor_mode.InvokeVoid(this, target, NameOf(rounding_mode));
            return this;
        }

        public Tensor div(Scalar target, RoundingMode rounding_mode = RoundingMode.None) =>
            Aten.Div_Scalar_mode.Invoke(this, target, NameOf(rounding_mode));

        public Tensor div_(Scalar target, RoundingMode rounding_mode = RoundingMode.None)
        {
            Aten.DivInPlace_Scalar_mode.InvokeVoid(this, target, NameOf(rounding_mode));
            return this;
        }

        public Tensor pow(Tensor exponent) => Aten.Pow_Tensor_Tensor.Invoke(this, exponent);

        public Tensor pow(Scalar exponent) => Aten.Pow_Tensor_Scalar.Invoke(this, exponent);

        public Tensor pow_(Tensor exponent)
        {
            Aten.PowInPlace_Tensor.InvokeVoid(this, exponent);
            return this;
        }

        public Tensor pow_(Scalar exponent)
        {
            Aten.PowInPlace_Scalar.InvokeVoid(this, exponent);
            return this;
        }

        public Tensor remainder(Tensor target) => Aten.Remainder_Tensor.Invoke(this, target);

        public Tensor remainder(Scalar scalar) => Aten.Remainder_Scalar.Invoke(this, scalar);

        /// <summary><c>this + value * tensor1 * tensor2</c>.</summary>
        public Tensor addcmul(Tensor tensor1, Tensor tensor2, Scalar value) => Aten.Addcmul.Invoke(this, tensor1, tensor2, value);

        public Tensor addcmul_(Tensor tensor1, Tensor tensor2, Scalar value)
        {
            Aten.AddcmulInPlace.InvokeVoid(this, tensor1, tensor2, value);
            return this;
        }

        /// <summary><c>this + value * tensor1 / tensor2</c>.</summary>
        public Tensor addcdiv(Tensor tensor1, Tensor tensor2, Scalar value) => Aten.Addcdiv.Invoke(this, tensor1, tensor2, value);

        public Tensor addcdiv_(Tensor tensor1, Tensor tensor2, Scalar value)
        {
            Aten.AddcdivInPlace.InvokeVoid(this, tensor1, tensor2, value);
            return this;
        }

        /// <summary><c>this + weight * (end - this)</c>.</summary>
        public Tensor lerp(Tensor end, Tensor weight) => Aten.Lerp_Tensor.Invoke(this, end, weight);

        public Tensor lerp_(Tensor end, Tensor weight)
        {
            Aten.LerpInPlace_Tensor.InvokeVoid(this, end, weight);
            return this;
        }

        public Tensor maximum(Tensor other) => Aten.Maximum.Invoke(this, other);

        public Tensor minimum(Tensor other) => Aten.Minimum.Invoke(this, other);

        public Tensor matmul(Tensor target) => Aten.Matmul.Invoke(this, target);

        public Tensor mm(Tensor target) => Aten.Mm.Invoke(this, target);

        public Tensor bmm(Tensor batch2) => Aten.Bmm.Invoke(this, batch2);

        public Tensor dot(Tensor target) => Aten.Dot.Invoke(this, target);

        private static string? NameOf(RoundingMode mode) => mode switch
        {
            RoundingMode.trunc => "trunc",
            RoundingMode.floor => "floor",
            _ => null,
        };
    }
}
