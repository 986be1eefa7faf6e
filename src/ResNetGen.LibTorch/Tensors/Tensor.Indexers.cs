using System.Runtime.CompilerServices;
using ResNetGen.LibTorch.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>A view of one slice along the first dimension.</summary>
        [IndexerName("TensorItems")]
        public Tensor this[long i1]
        {
            get => select(0, i1);
            set => Assign([i1], value);
        }

        [IndexerName("TensorItems")]
        public Tensor this[long i1, long i2]
        {
            get => View([i1, i2]);
            set => Assign([i1, i2], value);
        }

        [IndexerName("TensorItems")]
        public Tensor this[long i1, long i2, long i3]
        {
            get => View([i1, i2, i3]);
            set => Assign([i1, i2, i3], value);
        }

        [IndexerName("TensorItems")]
        public Tensor this[long i1, long i2, long i3, long i4]
        {
            get => View([i1, i2, i3, i4]);
            set => Assign([i1, i2, i3, i4], value);
        }

        /// <summary>Advanced indexing: one tensor of indices, or a boolean mask, per leading dimension.</summary>
        [IndexerName("TensorItems")]
        public Tensor this[params Tensor[] indices]
        {
            get => index(indices);
            set => index_put_(value, indices);
        }

        private Tensor View(ReadOnlySpan<long> indices)
        {
            Tensor view = select(0, indices[0]);
            foreach (long index in indices[1..])
            {
                using Tensor outer = view;
                view = outer.select(0, index);
            }

            return view;
        }

        private void Assign(ReadOnlySpan<long> indices, Tensor value)
        {
            using Tensor view = View(indices);
            Aten.CopyInPlace.InvokeVoid(view, value);
        }
    }
}
