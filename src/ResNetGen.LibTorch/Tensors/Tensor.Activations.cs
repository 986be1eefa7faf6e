using ResNetGen.LibTorch.Interop;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor relu() => Aten.Relu.Invoke(this);

        public Tensor relu_()
        {
            Aten.ReluInPlace.InvokeVoid(this);
            return this;
        }

        public Tensor relu6() => Aten.Relu6.Invoke(this);

        public Tensor relu6_()
        {
            Aten.Relu6InPlace.InvokeVoid(this);
            return this;
        }

        public Tensor sigmoid() => Aten.Sigmoid.Invoke(this);

        public Tensor sigmoid_()
        {
            Aten.SigmoidInPlace.InvokeVoid(this);
            return this;
        }

        public Tensor silu() => Aten.Silu.Invoke(this);

        public Tensor silu_()
        {
            Aten.SiluInPlace.InvokeVoid(this);
            return this;
        }

        public Tensor hardswish() => Aten.Hardswish.Invoke(this);

        public Tensor hardswish_()
        {
            Aten.HardswishInPlace.InvokeVoid(this);
            return this;
        }

        public Tensor gelu() => Aten.Gelu.Invoke(this);

        public Tensor gelu(GELU.Approximate approximate) => Aten.Gelu.Invoke(this, GELU.NameOf(approximate));

        public Tensor gelu_()
        {
            Aten.GeluInPlace.InvokeVoid(this);
            return this;
        }

        public Tensor gelu_(GELU.Approximate approximate)
        {
            Aten.GeluInPlace.InvokeVoid(this, GELU.NameOf(approximate));
            return this;
        }

        public Tensor elu(double alpha = 1) => Aten.Elu.Invoke(this, alpha);

        public Tensor elu(Scalar alpha, Scalar scale, Scalar input_scale) => Aten.Elu.Invoke(this, alpha, scale, input_scale);

        public Tensor elu_(double alpha = 1)
        {
            Aten.EluInPlace.InvokeVoid(this, alpha);
            return this;
        }

        public Tensor elu_(Scalar alpha, Scalar scale, Scalar input_scale)
        {
            Aten.EluInPlace.InvokeVoid(this, alpha, scale, input_scale);
            return this;
        }

        public Tensor leaky_relu(Scalar negative_slope) => Aten.LeakyRelu.Invoke(this, negative_slope);

        public Tensor leaky_relu_(Scalar negative_slope)
        {
            Aten.LeakyReluInPlace.InvokeVoid(this, negative_slope);
            return this;
        }
    }
}
