using ResNetGen.LibTorch.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Gradients that are asked for, in place of those that gather in <see cref="Tensor.grad"/>.</summary>
    public static class autograd
    {
        /// <summary>Computes the sum of the gradients of outputs with respect to inputs; no tensor's own gradient changes.</summary>
        /// <param name="outputs">What was computed.</param>
        /// <param name="inputs">What it was computed from, recorded.</param>
        /// <param name="grad_outputs">The gradient with respect to each output; needed unless it has one element.</param>
        /// <param name="retain_graph">Keep what a second backward pass needs.</param>
        /// <param name="create_graph">Record the backward pass itself.</param>
        /// <param name="allow_unused">Outputs may not depend on some inputs, whose gradients are invalid handles then.</param>
        /// <returns>A gradient for each input, in its shape.</returns>
        public static IList<Tensor> grad(
            IList<Tensor> outputs, IList<Tensor> inputs, IList<Tensor>? grad_outputs = null, bool retain_graph = false, bool create_graph = false, bool allow_unused = false)
        {
            ArgumentNullException.ThrowIfNull(outputs);
            ArgumentNullException.ThrowIfNull(inputs);
            var flags = Flags(retain_graph, create_graph) | (allow_unused ? GradientFlags.AllowUnused : GradientFlags.None);
            return [.. Native.Gradients(outputs, RequireAsMany(grad_outputs, outputs), inputs, flags).Select(handle => handle == 0 ? Tensor.Undefined : new Tensor(handle))];
        }

        /// <summary>Adds the sum of the gradients of tensors to <see cref="Tensor.grad"/> of every leaf they were computed from.</summary>
        /// <param name="tensors">What was computed; a leaf's gradient is added to the leaf.</param>
        /// <param name="grad_tensors">The gradient with respect to each; needed unless it has one element.</param>
        /// <param name="retain_graph">Keep what a second backward pass needs; where null, as <paramref name="create_graph"/>.</param>
        /// <param name="create_graph">Record the backward pass itself.</param>
        /// <param name="inputs">The only leaves whose gradients are wanted; null for all.</param>
        public static void backward(
            IList<Tensor> tensors, IList<Tensor>? grad_tensors = null, bool? retain_graph = null, bool create_graph = false, IList<Tensor>? inputs = null)
        {
            ArgumentNullException.ThrowIfNull(tensors);
            Native.Backward(tensors, RequireAsMany(grad_tensors, tensors), inputs ?? [], Flags(retain_graph ?? create_graph, create_graph));
        }

        private static IList<Tensor> RequireAsMany(IList<Tensor>? gradients, IList<Tensor> tensors) =>
            gradients is null || gradients.Count == tensors.Count
                ? gradients ?? []
                : throw new ArgumentException($"{tensors.Count} tensors have as many gradients, not {gradients.Count}.", nameof(gradients));

        private static GradientFlags Flags(bool retain, bool create) =>
            (retain ? GradientFlags.RetainGraph : GradientFlags.None) | (create ? GradientFlags.CreateGraph : GradientFlags.None);
    }
}
