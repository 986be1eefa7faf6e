using ResNetGen.LibTorch.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor reshape(params long[] shape) => Aten.Reshape.Invoke(this, shape);

        public Tensor view(params long[] shape) => Aten.View.Invoke(this, shape);

        public Tensor repeat(params long[] sizes) => Aten.Repeat.Invoke(this, sizes);

        public Tensor tile(params long[] reps) => Aten.Tile.Invoke(this, reps);

        public Tensor flip(params long[] dims) => Aten.Flip.Invoke(this, dims);

        public Tensor permute(params long[] permutation) => Aten.Permute.Invoke(this, permutation);

        public Tensor view_as(Tensor other) => Aten.ViewAs.Invoke(this, other);

        public Tensor flatten(long start_dim = 0, long end_dim = -1) => Aten.Flatten_using_ints.Invoke(this, start_dim, end_dim);

        public Tensor unflatten(long dim, params long[] sizes)
        {
            long[] outer = size();
            int at = (int)(dim < 0 ? dim + outer.Length : dim);
            return view([.. outer[..at], .. sizes, .. outer[(at + 1)..]]);
        }

        public Tensor transpose(long dim0, long dim1) => Aten.Transpose_int.Invoke(this, dim0, dim1);

        public Tensor t() => Aten.T.Invoke(this);

        public Tensor expand(params long[] sizes) => Aten.Expand.Invoke(this, sizes);

        public Tensor expand_as(Tensor other) => Aten.ExpandAs.Invoke(this, other);

        public Tensor unsqueeze(long dim) => Aten.Unsqueeze.Invoke(this, dim);

        public Tensor unsqueeze_(long dim)
        {
            Aten.UnsqueezeInPlace.InvokeVoid(this, dim);
            return this;
        }

        public Tensor squeeze(long? dim = null) =>
            dim is { } one ? Aten.Squeeze_dim.Invoke(this, one) : Aten.Squeeze.Invoke(this);

        /// <summary>A view of <paramref name="length"/> elements from <paramref name="start"/>.</summary>
        public Tensor narrow(long dim, long start, long length) => Aten.Narrow.Invoke(this, dim, start, length);

        /// <summary>A view from <paramref name="start"/> to before <paramref name="finish"/>.</summary>
        public Tensor slice(long dim, long start, long finish, long step) => Aten.Slice_Tensor.Invoke(this, dim, start, finish, step);

        public Tensor select(long dim, long index) => Aten.Select_int.Invoke(this, dim, index);

        public Tensor index_select(long dim, Tensor index) => Aten.IndexSelect.Invoke(this, dim, index);

        /// <summary>Advanced indexing: one tensor of indices, or a boolean mask, per leading dimension; null takes all of it.</summary>
        public Tensor index(params Tensor[] indices) => Aten.Index_Tensor.Invoke(this, indices);

        public Tensor index_put_(Tensor value, params Tensor[] indices)
        {
            Aten.IndexPutInPlace.InvokeVoid(this, indices, value);
            return this;
        }

        public Tensor masked_select(Tensor mask) => Aten.MaskedSelect.Invoke(this, mask);

        public Tensor gather(long dim, Tensor index) => Aten.Gather.Invoke(this, dim, index);

        public Tensor scatter(long dim, Tensor index, Tensor src) => Aten.Scatter_src.Invoke(this, dim, index, src);

        public Tensor scatter_(long dim, Tensor index, Tensor src)
        {
            Aten.ScatterInPlace_src.InvokeVoid(this, dim, index, src);
            return this;
        }

        public Tensor[] chunk(long chunks, long dim = 0) => Aten.Chunk.InvokeMany(this, chunks, dim);

        public Tensor[] split(long size, int dim = 0) => Aten.Split_Tensor.InvokeMany(this, size, dim);

        public Tensor[] split(long[] sizes, long dim = 0) => Aten.SplitWithSizes.InvokeMany(this, sizes, dim);

        public Tensor[] unbind(long dimension = 0) => Aten.Unbind_int.InvokeMany(this, dimension);

        public Tensor contiguous() => Aten.Contiguous.Invoke(this);

        public Tensor clone() => Aten.Clone.Invoke(this);

        public Tensor detach() => Aten.Detach.Invoke(this);

        /// <summary>Another tensor on the same elements and in the same graph.</summary>
        public Tensor alias() => Aten.Alias.Invoke(this);

        public Tensor roll(long shifts, long? dims = null) => Aten.Roll.Invoke(this, shifts, dims is { } one ? one : Array.Empty<long>());

        public Tensor tril(long diagonal = 0) => Aten.Tril.Invoke(this, diagonal);

        public Tensor triu(long diagonal = 0) => Aten.Triu.Invoke(this, diagonal);
    }
}
