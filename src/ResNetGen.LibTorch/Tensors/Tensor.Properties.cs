using System.Globalization;
using ResNetGen.LibTorch.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>A name of the caller's choosing; libtorch does not see it.</summary>
        public string? name { get; set; }

        /// <summary>The sizes of all dimensions, outermost first.</summary>
        public long[] shape => size();

        public ScalarType dtype => (ScalarType)Meta.ScalarType;

        public Device device
        {
            get
            {
                TensorMeta meta = Meta;
                return (DeviceType)meta.DeviceType switch
                {
                    DeviceType.CPU => CPU,
                    DeviceType.CUDA when (uint)meta.DeviceIndex < (uint)Gpus.All.Length => Gpus.All[meta.DeviceIndex],
                    var type => new Device(type, meta.DeviceIndex),
                };
            }
        }

        public DeviceType device_type => (DeviceType)Meta.DeviceType;

        /// <summary>Which GPU; -1 on the CPU.</summary>
        public int device_index => Meta.DeviceIndex;

        public bool is_cuda => device_type == DeviceType.CUDA;

        public long Dimensions => Meta.Dimensions;

        public long ndim => Meta.Dimensions;

        public long NumberOfElements => Meta.Elements;

        /// <summary>Bytes per element.</summary>
        public long ElementSize => TensorExtensionMethods.ElementSize(dtype);

        public bool is_sparse => Has(TensorFlags.Sparse);

        private TensorMeta Meta
        {
            get
            {
                TensorMeta meta = Native.Meta(Handle);
                GC.KeepAlive(this);
                return meta;
            }
        }

        public long dim() => Meta.Dimensions;

        public long numel() => Meta.Elements;

        public long element_size() => ElementSize;

        public long storage_offset() => Meta.StorageOffset;

        public long[] size()
        {
            long[] sizes = Native.Sizes(Handle);
            GC.KeepAlive(this);
            return sizes;
        }

        /// <param name="dim">Counted from the end where negative.</param>
        /// <exception cref="ArgumentOutOfRangeException">There is no such dimension.</exception>
        public long size(int dim) => At(size(), dim);

        /// <summary>How many elements apart neighbours along each dimension lie.</summary>
        public long[] stride()
        {
            long[] strides = Native.Strides(Handle);
            GC.KeepAlive(this);
            return strides;
        }

        public long stride(int dim) => At(stride(), dim);

        public bool is_contiguous() => Has(TensorFlags.Contiguous);

        public bool is_cpu() => device_type == DeviceType.CPU;

        public bool is_floating_point() => torch.is_floating_point(dtype);

        public bool is_integral() => torch.is_integral(dtype);

        public bool is_complex() => torch.is_complex(dtype);

        /// <summary>Shape, type and device; <c>str</c> writes the elements.</summary>
        public override string ToString() => IsInvalid
            ? ""
            : string.Create(CultureInfo.InvariantCulture, $"[{string.Join('x', shape)}], type = {dtype}, device = {device}");

        // A class of its own, so that Tensor needs no static constructor.
        private static class Gpus
        {
            internal static readonly Device[] All = [.. Enumerable.Range(0, 16).Select(index => new Device(index))];
        }

        private static long At(long[] values, int dim)
        {
            int index = dim < 0 ? dim + values.Length : dim;
            return (uint)index < (uint)values.Length
                ? values[index]
                : throw new ArgumentOutOfRangeException(nameof(dim), dim, $"The tensor has {values.Length} dimensions.");
        }

        private bool Has(TensorFlags flag)
        {
            TensorFlags flags = Native.Flags(Handle);
            GC.KeepAlive(this);
            return flags.HasFlag(flag);
        }
    }
}
