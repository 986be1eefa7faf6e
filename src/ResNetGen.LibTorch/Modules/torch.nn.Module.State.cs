namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            /// <summary>
            /// The state dict: the parameters of the whole tree, then its persistent buffers. The tensors are the module's own, not copies.
            /// </summary>
            /// <param name="destination">Where the entries go; a new dictionary where it is null.</param>
            /// <param name="prefix">Put before each key, with a dot.</param>
            public virtual Dictionary<string, Tensor> state_dict(Dictionary<string, Tensor>? destination = null, string? prefix = null)
            {
                destination ??= [];
                foreach (var (name, parameter) in named_parameters())
                {
                    destination.TryAdd(Join(prefix, name), parameter);
                }

                foreach (var (name, buffer) in named_buffers(include_nonpersistent: false))
                {
                    destination.TryAdd(Join(prefix, name), buffer);
                }

                // What two modules share is listed once above: this adds its other names.
                foreach (var (name, child) in named_children())
                {
                    child.state_dict(destination, Join(prefix, name));
                }

                return destination;
            }

            /// <summary>Copies values into the parameters and buffers of the same key. Nothing is copied where a check fails.</summary>
            /// <param name="source">Values by key; shapes must be equal, dtypes and devices may differ.</param>
            /// <param name="strict">Whether the keys must be the same on both sides.</param>
            /// <param name="skip">Keys to leave alone.</param>
            /// <exception cref="InvalidOperationException">The keys differ and <paramref name="strict"/> is set, or a shape differs.</exception>
            public virtual (IList<string> missing_keys, IList<string> unexpected_keyes) load_state_dict(
                Dictionary<string, Tensor> source, bool strict = true, IList<string>? skip = null)
            {
                ArgumentNullException.ThrowIfNull(source);
                var skipped = new HashSet<string>(skip ?? [], StringComparer.Ordinal);
                var destination = state_dict();
                var missing = destination.Keys.Where(key => !source.ContainsKey(key) && !skipped.Contains(key)).ToList();
                var unexpected = source.Keys.Where(key => !destination.ContainsKey(key) && !skipped.Contains(key)).ToList();
                if (strict && missing.Count + unexpected.Count > 0)
                {
                    throw new InvalidOperationException(
                        $"The loaded state_dict does not fit {GetName()}. Missing: {Listed(missing)}. Unexpected: {Listed(unexpected)}.");
                }

                var common = destination.Where(entry => source.ContainsKey(entry.Key) && !skipped.Contains(entry.Key)).ToList();
                foreach (var (key, target) in common)
                {
                    RequireShape(key, target.shape, source[key].shape);
                }

                using var _ = no_grad();
                foreach (var (key, target) in common)
                {
                    target.copy_(source[key]);
                }

                return (missing, unexpected);
            }

            private static string Join(string? prefix, string name) => string.IsNullOrEmpty(prefix) ? name : $"{prefix}.{name}";

            private static string Listed(List<string> keys)
            {
                const int shown = 5;
                var text = keys.Count == 0 ? "none" : string.Join(", ", keys.Take(shown));
                return keys.Count > shown ? $"{text} and {keys.Count - shown} more" : text;
            }

            private static void RequireShape(string key, long[] expected, long[] found)
            {
                if (!expected.AsSpan().SequenceEqual(found))
                {
                    throw new InvalidOperationException(
                        $"Mismatched shape for '{key}': expected [{string.Join(", ", expected)}], but found [{string.Join(", ", found)}].");
                }
            }
        }
    }
}
