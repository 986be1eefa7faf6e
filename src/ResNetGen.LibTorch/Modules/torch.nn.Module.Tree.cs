using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            /// <summary>The direct submodules, with the names they were registered under.</summary>
            public virtual IEnumerable<(string name, Module module)> named_children()
            {
                for (var index = 0; index < ownModules.Count; index++)
                {
                    yield return (ownModules.NameAt(index), ownModules[index]);
                }
            }

            /// <summary>The direct submodules.</summary>
            public virtual IEnumerable<Module> children() => named_children().Select(child => child.module);

            /// <summary>Every module under this one, without itself: the direct children first, then what is under each of them.</summary>
            public virtual IEnumerable<(string name, Module module)> named_modules()
            {
                foreach (var child in named_children())
                {
                    yield return child;
                }

                foreach (var (prefix, child) in named_children())
                {
                    foreach (var (name, module) in child.named_modules())
                    {
                        yield return ($"{prefix}.{name}", module);
                    }
                }
            }

            /// <summary>Every module under this one, without itself.</summary>
            public virtual IEnumerable<Module> modules() => named_modules().Select(entry => entry.module);

            /// <summary>The parameters with their keys, depth first; a shared parameter is listed once.</summary>
            /// <param name="recurse">Whether those of the submodules are listed too.</param>
            public virtual IEnumerable<(string name, Parameter parameter)> named_parameters(bool recurse = true)
            {
                var seen = new HashSet<Tensor>(ReferenceEqualityComparer.Instance);
                foreach (var (name, parameter) in ownParameters)
                {
                    if (seen.Add(parameter))
                    {
                        yield return (name, parameter);
                    }
                }

                if (!recurse)
                {
                    yield break;
                }

                foreach (var (prefix, child) in named_children())
                {
                    foreach (var (name, parameter) in child.named_parameters())
                    {
                        if (seen.Add(parameter))
                        {
                            yield return ($"{prefix}.{name}", parameter);
                        }
                    }
                }
            }

            /// <summary>The parameters, depth first.</summary>
            public virtual IEnumerable<Parameter> parameters(bool recurse = true) =>
                named_parameters(recurse).Select(entry => entry.parameter);

            /// <summary>The buffers with their keys, depth first; a shared buffer is listed once.</summary>
            /// <param name="recurse">Whether those of the submodules are listed too.</param>
            /// <param name="include_nonpersistent">Whether those that the state dict leaves out are listed too.</param>
            public virtual IEnumerable<(string name, Tensor buffer)> named_buffers(bool recurse = true, bool include_nonpersistent = true)
            {
                var seen = new HashSet<Tensor>(ReferenceEqualityComparer.Instance);
                foreach (var (name, buffer) in ownBuffers)
                {
                    if ((buffer.IsPersistent || include_nonpersistent) && seen.Add(buffer.Tensor))
                    {
                        yield return (name, buffer.Tensor);
                    }
                }

                if (!recurse)
                {
                    yield break;
                }

                foreach (var (prefix, child) in named_children())
                {
                    foreach (var (name, buffer) in child.named_buffers(true, include_nonpersistent))
                    {
                        if (seen.Add(buffer))
                        {
                            yield return ($"{prefix}.{name}", buffer);
                        }
                    }
                }
            }

            /// <summary>The buffers, depth first.</summary>
            public virtual IEnumerable<Tensor> buffers(bool recurse = true, bool include_nonpersistent = true) =>
                named_buffers(recurse, include_nonpersistent).Select(entry => entry.buffer);

            /// <summary>Whether there is a parameter with this dotted key.</summary>
            public virtual bool has_parameter(string target) => get_parameter(target) is not null;

            /// <summary>The parameter with this dotted key, or null.</summary>
            public virtual Parameter? get_parameter(string target) =>
                ownParameters.TryGet(target, out var parameter) ? parameter
                : Owner(target, out var rest) is { } owner ? owner.get_parameter(rest)
                : null;

            /// <summary>Whether there is a buffer with this dotted key.</summary>
            public virtual bool has_buffer(string target) => get_buffer(target) is not null;

            /// <summary>The buffer with this dotted key, or null.</summary>
            public virtual Tensor? get_buffer(string target) =>
                ownBuffers.TryGet(target, out var buffer) ? buffer.Tensor
                : Owner(target, out var rest) is { } owner ? owner.get_buffer(rest)
                : null;

            /// <summary>The child that the first part of a dotted key names, and the rest of the key.</summary>
            private Module? Owner(string target, out string rest)
            {
                ArgumentNullException.ThrowIfNull(target);
                var dot = target.IndexOf('.', StringComparison.Ordinal);
                rest = dot < 0 ? "" : target[(dot + 1)..];
                if (dot < 0)
                {
                    return null;
                }

                foreach (var (name, child) in named_children())
                {
                    if (target.AsSpan(0, dot).SequenceEqual(name))
                    {
                        return child;
                    }
                }

                return null;
            }
        }
    }
}
