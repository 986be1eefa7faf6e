using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Makes a tensor a parameter. The parameter takes the tensor's place: the tensor object is spent.</summary>
        public static Parameter Parameter(Tensor data, bool requires_grad = true) => new(data, requires_grad);

        /// <summary>Batch normalisation over <c>[N, C, H, W]</c>.</summary>
        public static BatchNorm2d BatchNorm2d(
            long num_features,
            double eps = 1e-05,
            double momentum = 0.1,
            bool affine = true,
            bool track_running_stats = true,
            Device? device = null,
            ScalarType? dtype = null) =>
            new(num_features, eps, momentum, affine, track_running_stats, device, dtype);

        /// <summary>Group normalisation over <c>[N, C, ...]</c>.</summary>
        /// <exception cref="ArgumentException">The channels are not divisible by the groups.</exception>
        public static GroupNorm GroupNorm(
            long num_groups, long num_channels, double eps = 1e-05, bool affine = true, Device? device = null, ScalarType? dtype = null) =>
            new(num_groups, num_channels, eps, affine, device, dtype);

        /// <summary>A fully connected layer.</summary>
        public static Linear Linear(long inputSize, long outputSize, bool hasBias = true, Device? device = null, ScalarType? dtype = null) =>
            new(inputSize, outputSize, hasBias, device, dtype);

        /// <summary>A fully connected layer of given parameters, which it owns from here on.</summary>
        public static Linear Linear(Parameter weight, Parameter? bias = null) => new(weight, bias);

        /// <summary>Returns its input under a new handle.</summary>
        public static Identity Identity() => new();

        /// <summary>In training, zeroes elements with probability <paramref name="p"/> and scales the others by 1 / (1 - p).</summary>
        public static Dropout Dropout(double p = 0.5, bool inplace = false) => new(p, inplace);

        /// <summary>In training, zeroes whole channels of <c>[N, C, H, W]</c> with probability <paramref name="p"/> and scales the others by 1 / (1 - p).</summary>
        public static Dropout2d Dropout2d(double p = 0.5, bool inplace = false) => new(p, inplace);

        /// <summary>Makes the dimensions from <paramref name="start_dim"/> to <paramref name="end_dim"/> one.</summary>
        public static Flatten Flatten(long start_dim = 1, long end_dim = -1) => new(start_dim, end_dim);

        /// <summary>Pads height and width by mirroring.</summary>
        public static ReflectionPad2d ReflectionPad2d(long padding) => new((padding, padding, padding, padding));

        /// <summary>Pads (left, right, top, bottom) by mirroring.</summary>
        public static ReflectionPad2d ReflectionPad2d((long, long, long, long) padding) => new(padding);

        /// <summary>Pads height and width with zeros.</summary>
        public static ZeroPad2d ZeroPad2d(long padding) => new((padding, padding, padding, padding));

        /// <summary>Pads (left, right, top, bottom) with zeros.</summary>
        public static ZeroPad2d ZeroPad2d((long, long, long, long) padding) => new(padding);

        /// <summary>A numbered list of modules.</summary>
        public static ModuleList<Module> ModuleList(params Module[] modules) => new(modules);

        /// <summary>A numbered list of modules of one type.</summary>
        public static ModuleList<T> ModuleList<T>(params T[] modules)
            where T : Module => new(modules);
    }
}
