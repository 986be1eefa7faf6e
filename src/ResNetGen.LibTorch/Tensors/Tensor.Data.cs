using ResNetGen.LibTorch.Interop;
using TorchSharp.Utils;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The bytes of a contiguous tensor on the CPU, in place.</summary>
        /// <exception cref="InvalidOperationException">The tensor is on a GPU or not contiguous.</exception>
        /// <exception cref="NotSupportedException">There are 2 GiB or more; <see cref="WriteBytesToStream"/> takes any size.</exception>
        public Span<byte> bytes
        {
            get
            {
                nint data = ContiguousData(out long length);
                return length <= int.MaxValue
                    ? Bytes(data, (int)length)
                    : throw new NotSupportedException($"The tensor has {length} bytes, more than a span can hold.");
            }

            set
            {
                if (value.Length != NumberOfElements * ElementSize)
                {
                    throw new ArgumentException($"The tensor has {NumberOfElements * ElementSize} bytes, not {value.Length}.", nameof(value));
                }

                value.CopyTo(bytes);
            }
        }

        /// <summary>The elements as numbers of .NET; on a GPU, those of a copy.</summary>
        /// <exception cref="ArgumentException"><typeparamref name="T"/> is not the tensor's type.</exception>
        public TensorAccessor<T> data<T>()
            where T : unmanaged
        {
            RequireType<T>();
            return is_cpu() ? new TensorAccessor<T>(this, owns: false) : new TensorAccessor<T>(cpu(), owns: true);
        }

        /// <summary>The only element of a tensor, waited for where it is on a GPU.</summary>
        /// <exception cref="ArgumentException">There is not exactly one element, or <typeparamref name="T"/> is not its type.</exception>
        public T item<T>()
            where T : unmanaged
        {
            if (NumberOfElements != 1)
            {
                throw new ArgumentException("Number of elements in the tensor must be 1", nameof(T));
            }

            using TensorAccessor<T> elements = data<T>();
            return elements.First;
        }

        /// <summary>The only element, as a number of any type.</summary>
        /// <exception cref="ArgumentException">There is not exactly one element.</exception>
        public Scalar ToScalar() => NumberOfElements == 1
            ? Aten.Item.InvokeScalar(this)
            : throw new ArgumentException($"Only a tensor with one element converts to a number; this one has {NumberOfElements}.");

        public bool is_nonzero() => ToScalar().ToBoolean();

        /// <summary>Writes the bytes of a contiguous tensor on the CPU.</summary>
        public void WriteBytesToStream(Stream stream, int bufferSize = 1024)
        {
            nint data = ContiguousData(out long length);
            for (long at = 0; at < length; at += Step)
            {
                stream.Write(Bytes(data + (nint)at, (int)Math.Min(Step, length - at)));
            }

            GC.KeepAlive(this);
        }

        /// <summary>Fills a contiguous tensor on the CPU.</summary>
        /// <exception cref="EndOfStreamException">The stream is shorter than the tensor.</exception>
        public void ReadBytesFromStream(Stream stream, int bufferSize = 1024)
        {
            nint data = ContiguousData(out long length);
            for (long at = 0; at < length; at += Step)
            {
                stream.ReadExactly(Bytes(data + (nint)at, (int)Math.Min(Step, length - at)));
            }

            GC.KeepAlive(this);
        }

        // Streams take spans, whose lengths are 32 bits wide.
        private const long Step = 1L << 30;

        private static unsafe Span<byte> Bytes(nint data, int length) => new((void*)data, length);

        private nint ContiguousData(out long length)
        {
            if (!is_cpu() || !is_contiguous())
            {
                throw new InvalidOperationException("Reading data needs a contiguous tensor on the CPU: call cpu() or contiguous() first.");
            }

            length = NumberOfElements * ElementSize;
            nint data = Native.Data(Handle);
            GC.KeepAlive(this);
            return data;
        }

        private void RequireType<T>()
            where T : unmanaged
        {
            bool fits = dtype switch
            {
                ScalarType.Byte => typeof(T) == typeof(byte),
                ScalarType.Int8 => typeof(T) == typeof(sbyte),
                ScalarType.Int16 => typeof(T) == typeof(short),
                ScalarType.Int32 => typeof(T) == typeof(int),
                ScalarType.Int64 => typeof(T) == typeof(long),
                ScalarType.Float16 => typeof(T) == typeof(Half),
                ScalarType.Float32 => typeof(T) == typeof(float),
                ScalarType.Float64 => typeof(T) == typeof(double),
                ScalarType.Bool => typeof(T) == typeof(bool),
                ScalarType.BFloat16 => typeof(T) == typeof(ushort),
                _ => false,
            };
            if (!fits)
            {
                throw new ArgumentException($"{typeof(T).Name} is not compatible with {dtype}");
            }
        }
    }
}
