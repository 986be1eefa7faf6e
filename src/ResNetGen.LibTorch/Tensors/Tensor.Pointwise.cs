using ResNetGen.LibTorch.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor abs() => Aten.Abs.Invoke(this);

        public Tensor neg() => Aten.Neg.Invoke(this);

        public Tensor exp() => Aten.Exp.Invoke(this);

        public Tensor log() => Aten.Log.Invoke(this);

        public Tensor log2() => Aten.Log2.Invoke(this);

        public Tensor sqrt() => Aten.Sqrt.Invoke(this);

        public Tensor rsqrt() => Aten.Rsqrt.Invoke(this);

        public Tensor square() => Aten.Square.Invoke(this);

        public Tensor reciprocal() => Aten.Reciprocal.Invoke(this);

        public Tensor sign() => Aten.Sign.Invoke(this);

        public Tensor floor() => Aten.Floor.Invoke(this);

        public Tensor ceil() => Aten.Ceil.Invoke(this);

        public Tensor trunc() => Aten.Trunc.Invoke(this);

        public Tensor sin() => Aten.Sin.Invoke(this);

        public Tensor cos() => Aten.Cos.Invoke(this);

        public Tensor tanh() => Aten.Tanh.Invoke(this);

        public Tensor erf() => Aten.Erf.Invoke(this);

        public Tensor isnan() => Aten.Isnan.Invoke(this);

        public Tensor isinf() => Aten.Isinf.Invoke(this);

        public Tensor isfinite() => Aten.Isfinite.Invoke(this);

        public Tensor logical_not() => Aten.LogicalNot.Invoke(this);

        public Tensor abs_()
        {
            Aten.AbsInPlace.InvokeVoid(this);
            return this;
        }

        public Tensor neg_()
        {
            Aten.NegInPlace.InvokeVoid(this);
            return this;
        }

        public Tensor exp_()
        {
            Aten.ExpInPlace.InvokeVoid(this);
            return this;
        }

        public Tensor log_()
        {
            Aten.LogInPlace.InvokeVoid(this);
            return this;
        }

        public Tensor sqrt_()
        {
            Aten.SqrtInPlace.InvokeVoid(this);
            return this;
        }

        public Tensor rsqrt_()
        {
            Aten.RsqrtInPlace.InvokeVoid(this);
            return this;
        }

        public Tensor reciprocal_()
        {
            Aten.ReciprocalInPlace.InvokeVoid(this);
            return this;
        }

        public Tensor tanh_()
        {
            Aten.TanhInPlace.InvokeVoid(this);
            return this;
        }

        public Tensor zero_()
        {
            Aten.ZeroInPlace.InvokeVoid(this);
            return this;
        }

        public Tensor detach_()
        {
            Aten.DetachInPlace.InvokeVoid(this);
            return this;
        }

        /// <summary>Half-way values go to the even neighbour.</summary>
        public Tensor round(long decimals = 0) => Aten.Round_decimals.Invoke(this, decimals);

        public Tensor clamp(Scalar? min = null, Scalar? max = null) => Aten.Clamp.Invoke(this, min, max);

        public Tensor clamp(Tensor? min = null, Tensor? max = null) => Aten.Clamp_Tensor.Invoke(this, min, max);

        public Tensor clamp_(Scalar? min = null, Scalar? max = null)
        {
            Aten.ClampInPlace.InvokeVoid(this, min, max);
            return this;
        }

        public Tensor clamp_(Tensor? min = null, Tensor? max = null)
        {
            Aten.ClampInPlace_Tensor.InvokeVoid(this, min, max);
            return this;
        }

        public Tensor clamp_min(Scalar min) => Aten.ClampMin.Invoke(this, min);

        public Tensor clamp_max(Scalar max) => Aten.ClampMax.Invoke(this, max);

        public Tensor softmax(long dim, ScalarType? dtype = null) => Aten.Softmax_int.Invoke(this, dim, dtype);

        public Tensor log_softmax(long dim, ScalarType? dtype = null) => Aten.LogSoftmax_int.Invoke(this, dim, dtype);

        public Tensor masked_fill(Tensor mask, Scalar value) => Aten.MaskedFill_Scalar.Invoke(this, mask, value);

        public Tensor masked_fill_(Tensor mask, Scalar value)
        {
            Aten.MaskedFillInPlace_Scalar.InvokeVoid(this, mask, value);
            return this;
        }

        /// <summary>Elements of this tensor where the condition holds, else of <paramref name="y"/>.</summary>
        public Tensor where(Tensor condition, Tensor y) => Aten.Where_self.Invoke(condition, this, y);

        public Tensor fill_(Scalar value)
        {
            Aten.FillInPlace_Scalar.InvokeVoid(this, value);
            return this;
        }

        public Tensor copy_(Tensor source, bool nonBlocking = false)
        {
            Aten.CopyInPlace.InvokeVoid(this, source, nonBlocking);
            return this;
        }

        public Tensor normal_(double mean = 0.0, double std = 1.0, Generator? generator = null)
        {
            Aten.NormalInPlace.InvokeVoid(this, mean, std, generator);
            return this;
        }

        public Tensor uniform_(double from, double to, Generator? generator = null)
        {
            Aten.UniformInPlace.InvokeVoid(this, from, to, generator);
            return this;
        }

        public Tensor bernoulli_(double p = 0.5, Generator? generator = null)
        {
            Aten.BernoulliInPlace_float.InvokeVoid(this, p, generator);
            return this;
        }

        /// <summary>Integers from <paramref name="from"/> to below <paramref name="to"/>.</summary>
        public Tensor random_(double from, double to, Generator? generator = null)
        {
            Aten.RandomInPlace_from.InvokeVoid(this, (long)from, (long)to, generator);
            return this;
        }
    }
}
