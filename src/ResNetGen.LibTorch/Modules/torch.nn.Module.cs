using ResNetGen.LibTorch;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>
        /// The base of every network and layer: a tree of named submodules, parameters and buffers.
        /// A module owns what is registered with it: <see cref="Dispose()"/> releases all of it.
        /// </summary>
        public partial class Module : IDisposable
        {
            private readonly string name;
            private readonly NamedList<Parameter> ownParameters = [];
            private readonly NamedList<OwnBuffer> ownBuffers = [];
            private readonly NamedList<Module> ownModules = [];
            private bool isDisposed;

            /// <summary>Makes an empty module, in training mode.</summary>
            /// <param name="name">What <see cref="GetName"/> answers; the type's name where it is empty.</param>
            protected Module(string name)
            {
                this.name = name;
            }

            /// <summary>Whether the module trains: batch statistics, dropout. True until <see cref="eval"/>.</summary>
            public virtual bool training => isTraining;

            private bool isTraining = true;

            /// <summary>The name given to the constructor, or the type's name.</summary>
            public virtual string GetName() => string.IsNullOrEmpty(name) ? GetType().Name : name;

            /// <summary>Puts this module and every module under it into training mode, or out of it.</summary>
            public virtual void train(bool train = true)
            {
                isTraining = train;
                foreach (var (_, child) in named_children())
                {
                    child.train(train);
                }
            }

            /// <summary>Puts this module and every module under it into evaluation mode.</summary>
            public virtual void eval() => train(false);

            /// <summary>Calls <paramref name="fn"/> on every module of the tree, children before their parent.</summary>
            /// <returns>This module.</returns>
            public virtual Module apply(Action<Module> fn)
            {
                foreach (var (_, child) in named_children())
                {
                    child.apply(fn);
                }

                fn(this);
                return this;
            }

            /// <summary>Forgets the gradients of all parameters, or sets them to zero.</summary>
            public virtual void zero_grad(bool set_to_none = true)
            {
                foreach (var (_, parameter) in named_parameters())
                {
                    using var gradient = parameter.grad;
                    if (gradient is null)
                    {
                        continue;
                    }

                    if (set_to_none)
                    {
                        parameter.grad = null;
                    }
                    else
                    {
                        gradient.zero_();
                    }
                }
            }

            /// <summary>Releases the parameters, buffers and modules registered with this module.</summary>
            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            /// <summary>Releases what the module owns; an override calls the base.</summary>
            protected virtual void Dispose(bool disposing)
            {
                if (!disposing || isDisposed)
                {
                    return;
                }

                isDisposed = true;
                foreach (var (_, parameter) in ownParameters)
                {
                    parameter.Dispose();
                }

                foreach (var (_, buffer) in ownBuffers)
                {
                    buffer.Tensor.Dispose();
                }

                foreach (var (_, child) in ownModules)
                {
                    child.Dispose();
                }
            }

            private readonly record struct OwnBuffer(Tensor Tensor, bool IsPersistent);
        }
    }
}
