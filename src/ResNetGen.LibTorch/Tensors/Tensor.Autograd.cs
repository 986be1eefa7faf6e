using ResNetGen.LibTorch.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Whether operations on this tensor are recorded for <see cref="backward()"/>.</summary>
        public bool requires_grad
        {
            get => Has(TensorFlags.RequiresGrad);
            set
            {
                Native.SetRequiresGrad(Handle, value);
                GC.KeepAlive(this);
            }
        }

        /// <summary>Whether the tensor was made by the user and not by a recorded operation.</summary>
        public bool is_leaf => Has(TensorFlags.Leaf);

        /// <summary>The gradient accumulated so far, as a new handle on it; null before the first.</summary>
        public Tensor? grad
        {
            get
            {
                nint handle = Native.Grad(Handle);
                GC.KeepAlive(this);
                return handle == 0 ? null : new Tensor(handle);
            }

            set
            {
                Native.SetGrad(Handle, value?.Handle ?? 0);
                GC.KeepAlive(this);
                GC.KeepAlive(value);
            }
        }

        public Tensor requires_grad_(bool requires_grad = true) => with_requires_grad(requires_grad);

        public Tensor with_requires_grad(bool requires_grad = true)
        {
            this.requires_grad = requires_grad;
            return this;
        }

        /// <summary>Keeps the gradient of a tensor that is not a leaf.</summary>
        public void retain_grad() => Aten.RetainGrad.InvokeVoid(this);

        /// <summary>Adds the gradient of this one-element tensor to <see cref="grad"/> of every leaf it was computed from.</summary>
        public void backward() => autograd.backward([this]);

        /// <param name="grad_tensors">The gradient with respect to this tensor, in a list of one; needed unless it has one element.</param>
        /// <param name="retain_graph">Keep what a second backward pass needs.</param>
        /// <param name="create_graph">Record the backward pass itself.</param>
        /// <param name="inputs">The only tensors whose gradients are wanted; null for all leaves.</param>
        /// <exception cref="ArgumentException">More than one gradient was given.</exception>
        public void backward(IList<Tensor>? grad_tensors = null, bool retain_graph = false, bool create_graph = false, IList<Tensor>? inputs = null)
        {
            if (grad_tensors is { Count: > 1 })
            {
                throw new ArgumentException("One tensor has one gradient.", nameof(grad_tensors));
            }

            autograd.backward([this], grad_tensors is { Count: 1 } ? grad_tensors : null, retain_graph, create_graph, inputs);
        }
    }
}
