using ResNetGen.LibTorch;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

public partial class SGD
{
    /// <summary>The momentum of one parameter.</summary>
    public sealed class State : OptimizerState, IDisposable
    {
        /// <summary>The momentum, in the parameter's shape; null before the first step.</summary>
        public Tensor momentum_buffer = null!;

        /// <summary>State of a parameter that was not yet changed.</summary>
        public State(Parameter parameter)
            : base(parameter)
        {
        }

        /// <summary>Releases the momentum.</summary>
        public void Dispose() => Set(null);

        /// <inheritdoc/>
        public override void Initialize(OptimizerOptions options) => Set(null);

        /// <inheritdoc/>
        public override void SaveStateDict(BinaryWriter writer)
        {
            writer.Write(momentum_buffer is not null);
            if (momentum_buffer is not null)
            {
                StateFormat.WriteTensor(writer, momentum_buffer);
            }
        }

        /// <inheritdoc/>
        public override void LoadStateDict(BinaryReader reader)
        {
            if (!reader.ReadBoolean())
            {
                Set(null);
                return;
            }

            var loaded = zeros_like(parameter).detach_();
            StateFormat.ReadTensor(reader, nameof(momentum_buffer), loaded);
            Set(loaded);
        }

        /// <inheritdoc/>
        public override void LoadStateDict(OptimizerState source)
        {
            var other = ((State)source).momentum_buffer;
            if (!ReferenceEquals(source, this))
            {
                Set(other?.to(parameter.device, copy: true));
            }
        }

        /// <inheritdoc/>
        public override bool ApproximatelyEquals(OptimizerState other) =>
            other is State state
            && (momentum_buffer is null ? state.momentum_buffer is null : state.momentum_buffer is not null && momentum_buffer.allclose(state.momentum_buffer));

        /// <inheritdoc/>
        public override void to(Device device)
        {
            if (momentum_buffer is not null)
            {
                using var _ = no_grad();
                TensorData.Convert(momentum_buffer, null, device, nonBlocking: false);
            }
        }

        private void Set(Tensor? buffer)
        {
            momentum_buffer?.Dispose();
            momentum_buffer = buffer?.DetachFromDisposeScope()!;
        }
    }
}
