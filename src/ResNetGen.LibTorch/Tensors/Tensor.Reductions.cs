using ResNetGen.LibTorch.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor sum(ScalarType? type = null) => Aten.Sum.Invoke(this, type);

        public Tensor sum(long dim, bool keepdim = false, ScalarType? type = null) => Aten.Sum_dim_IntList.Invoke(this, dim, keepdim, type);

        public Tensor sum(long dim0, long dim1, bool keepdim = false, ScalarType? type = null) =>
            sum([dim0, dim1], keepdim, type);

        public Tensor sum(long dim0, long dim1, long dim2, bool keepdim = false, ScalarType? type = null) =>
            sum([dim0, dim1, dim2], keepdim, type);

        public Tensor sum(long[] dim, bool keepdim = false, ScalarType? type = null) => Aten.Sum_dim_IntList.Invoke(this, dim, keepdim, type);

        public Tensor sum(ReadOnlySpan<long> dim, bool keepdim = false, ScalarType? type = null) => Aten.Sum_dim_IntList.Invoke(this, dim, keepdim, type);

        public Tensor mean() => Aten.Mean.Invoke(this);

        public Tensor mean(long[] dimensions, bool keepdim = false, ScalarType? type = null) => Aten.Mean_dim.Invoke(this, dimensions, keepdim, type);

        public Tensor prod(ScalarType? type = null) => Aten.Prod.Invoke(this, type);

        public Tensor std(bool unbiased = true) => Aten.Std.Invoke(this, unbiased);

        public Tensor std(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            std([dim], unbiased, keepdim, type);

        public Tensor std(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null)
        {
            using Tensor? converted = type is { } wanted ? to_type(wanted) : null;
            return Aten.Std_dim.Invoke(converted ?? this, dimensions, unbiased, keepdim);
        }

        public Tensor var(bool unbiased = true) => Aten.Var.Invoke(this, unbiased);

        public Tensor var(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            var([dim], unbiased, keepdim, type);

        public Tensor var(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null)
        {
            using Tensor? converted = type is { } wanted ? to_type(wanted) : null;
            return Aten.Var_dim.Invoke(converted ?? this, dimensions, unbiased, keepdim);
        }

        /// <summary>Variance and mean in one pass.</summary>
        public (Tensor @var, Tensor mean) var_mean(bool unbiased = true) => Aten.VarMean.InvokePair(this, unbiased);

        /// <summary>Deviation and mean in one pass.</summary>
        public (Tensor std, Tensor mean) std_mean(bool unbiased = true) => Aten.StdMean.InvokePair(this, unbiased);

        public Tensor max() => Aten.Max.Invoke(this);

        public (Tensor values, Tensor indexes) max(long dim, bool keepdim = false) => Aten.Max_dim.InvokePair(this, dim, keepdim);

        public Tensor min() => Aten.Min.Invoke(this);

        public (Tensor values, Tensor indexes) min(long dim, bool keepdim = false) => Aten.Min_dim.InvokePair(this, dim, keepdim);

        public Tensor amax(params long[] dims) => Aten.Amax.Invoke(this, dims);

        public Tensor amin(params long[] dims) => Aten.Amin.Invoke(this, dims);

        public Tensor argmax() => Aten.Argmax.Invoke(this);

        public Tensor argmax(long dim, bool keepdim = false) => Aten.Argmax.Invoke(this, dim, keepdim);

        public Tensor argmin() => Aten.Argmin.Invoke(this);

        public Tensor argmin(long dim, bool keepdim = false) => Aten.Argmin.Invoke(this, dim, keepdim);

        /// <summary>The <paramref name="k"/> largest (or smallest) elements along a dimension, and where they are.</summary>
        public (Tensor values, Tensor indexes) topk(int k, int dim = -1, bool largest = true, bool sorted = true) =>
            Aten.Topk.InvokePair(this, k, dim, largest, sorted);

        public (Tensor Values, Tensor Indices) sort(long dim = -1, bool descending = false, bool stable = false) =>
            Aten.Sort_stable.InvokePair(this, stable, dim, descending);

        public Tensor argsort(long dim = -1, bool descending = false) => Aten.Argsort.Invoke(this, dim, descending);

        public Tensor cumsum(long dim, ScalarType? type = null) => Aten.Cumsum.Invoke(this, dim, type);

        public Tensor logsumexp(long dim, bool keepdim = false) => Aten.Logsumexp.Invoke(this, dim, keepdim);

        public Tensor norm(float p = 2.0f) => Aten.Norm_Scalar.Invoke(this, (double)p);

        public Tensor norm(int dim, bool keepdim = false, float p = 2.0f) => Aten.Norm_ScalarOpt_dim.Invoke(this, (double)p, dim, keepdim);

        public Tensor nonzero() => Aten.Nonzero.Invoke(this);
    }
}
