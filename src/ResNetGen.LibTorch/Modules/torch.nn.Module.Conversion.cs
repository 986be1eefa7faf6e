using ResNetGen.LibTorch;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            /// <summary>
            /// Converts the floating-point parameters and buffers, and moves all of them. Each keeps its <see cref="Tensor"/> object,
            /// so fields and optimizers that hold it stay valid.
            /// </summary>
            /// <exception cref="ArgumentException">The dtype is an integer's.</exception>
            protected internal virtual Module _to(Device device, ScalarType dtype, bool non_blocking)
            {
                RequireFloatingPoint(dtype);
                Convert(dtype, device, non_blocking, child => child._to(device, dtype, non_blocking));
                return this;
            }

            /// <summary>Moves the parameters and buffers.</summary>
            protected internal virtual Module _to(DeviceType deviceType, int deviceIndex, bool non_blocking)
            {
                var device = new Device(deviceType, deviceType == DeviceType.CPU ? -1 : deviceIndex);
                Convert(null, device, non_blocking, child => child._to(deviceType, deviceIndex, non_blocking));
                return this;
            }

            /// <summary>Converts the floating-point parameters and buffers.</summary>
            /// <exception cref="ArgumentException">The dtype is an integer's.</exception>
            protected internal virtual Module _to(ScalarType dtype, bool non_blocking)
            {
                RequireFloatingPoint(dtype);
                Convert(dtype, null, non_blocking, child => child._to(dtype, non_blocking));
                return this;
            }

            /// <summary>Gives the parameters and buffers the dtype and device of <paramref name="other"/>.</summary>
            public Module _to(Tensor other, bool non_blocking)
            {
                ArgumentNullException.ThrowIfNull(other);
                return _to(other.device, other.dtype, non_blocking);
            }

            /// <summary>The given device and dtype, or the defaults in place of nulls.</summary>
            protected static (Device device, ScalarType dtype) GetDefaultDeviceAndType(Device? device = null, ScalarType? dtype = null) =>
                (device ?? get_default_device(), dtype ?? get_default_dtype());

            private void Convert(ScalarType? dtype, Device? device, bool nonBlocking, Action<Module> convertChild)
            {
                foreach (var (_, child) in named_children())
                {
                    convertChild(child);
                }

                using var _ = no_grad();
                foreach (var (_, parameter) in ownParameters)
                {
                    using var gradient = parameter.grad;
                    TensorData.Convert(parameter, dtype, device, nonBlocking);
                    if (gradient is not null)
                    {
                        TensorData.Convert(gradient, dtype, device, nonBlocking);
                    }
                }

                foreach (var (_, buffer) in ownBuffers)
                {
                    TensorData.Convert(buffer.Tensor, dtype, device, nonBlocking);
                }
            }

            private static void RequireFloatingPoint(ScalarType dtype)
            {
                if (!TensorData.IsFloatingPointOrComplex(dtype))
                {
                    throw new ArgumentException(
                        $"nn.Module.to only accepts floating point or complex types, but got desired dtype={dtype}", nameof(dtype));
                }
            }
        }
    }
}
