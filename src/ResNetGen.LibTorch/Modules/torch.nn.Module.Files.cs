using ResNetGen;
using ResNetGen.LibTorch;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            /// <summary>Saves the state dict in TorchSharp's format. The file appears whole or not at all.</summary>
            /// <param name="location">The file's path; an existing file is replaced.</param>
            /// <param name="skip">Keys to leave out.</param>
            /// <returns>This module.</returns>
            public Module save(string location, IList<string>? skip = null)
            {
                AtomicFile.Write(location, stream => save(stream, skip));
                return this;
            }

            /// <summary>Writes the state dict in TorchSharp's format and closes the stream.</summary>
            public Module save(Stream stream, IList<string>? skip = null)
            {
                using var writer = new BinaryWriter(stream);
                return save(writer, skip);
            }

            /// <summary>Writes the state dict in TorchSharp's format.</summary>
            public Module save(BinaryWriter writer, IList<string>? skip = null)
            {
                save_state_dict(writer, state_dict(), skip);
                return this;
            }

            /// <summary>Writes named tensors in TorchSharp's format: the count, then for each its key, dtype, shape and bytes.</summary>
            public static void save_state_dict(BinaryWriter writer, Dictionary<string, Tensor> sd, IList<string>? skip = null)
            {
                ArgumentNullException.ThrowIfNull(writer);
                ArgumentNullException.ThrowIfNull(sd);
                var entries = skip is null ? [.. sd] : sd.Where(entry => !skip.Contains(entry.Key)).ToList();
                StateFormat.WriteNumber(writer, entries.Count);
                foreach (var (key, tensor) in entries)
                {
                    writer.Write(key);
                    StateFormat.WriteTensor(writer, tensor);
                }
            }

            /// <summary>Loads a file that <see cref="save(string, IList{string})"/> or TorchSharp wrote.</summary>
            /// <param name="location">The file's path.</param>
            /// <param name="strict">Whether the file must hold exactly this module's keys.</param>
            /// <param name="skip">Keys to leave alone.</param>
            /// <param name="loadedParameters">Gets every key of the file, and whether the module has it.</param>
            /// <returns>This module.</returns>
            /// <exception cref="FileNotFoundException">There is no such file.</exception>
            /// <exception cref="ArgumentException">A key, dtype or shape does not fit.</exception>
            /// <exception cref="InvalidDataException">The file is not in the format.</exception>
            public virtual Module load(string location, bool strict = true, IList<string>? skip = null, Dictionary<string, bool>? loadedParameters = null)
            {
                using var stream = File.OpenRead(location);
                return load(stream, strict, skip, loadedParameters);
            }

            /// <summary>Reads a state dict in TorchSharp's format and closes the stream.</summary>
            public Module load(Stream stream, bool strict = true, IList<string>? skip = null, Dictionary<string, bool>? loadedParameters = null)
            {
                using var reader = new BinaryReader(stream);
                return load(reader, strict, skip, loadedParameters);
            }

            /// <summary>Reads a state dict in TorchSharp's format.</summary>
            public virtual Module load(BinaryReader reader, bool strict = true, IList<string>? skip = null, Dictionary<string, bool>? loadedParameters = null)
            {
                ArgumentNullException.ThrowIfNull(reader);
                var destination = state_dict();
                var count = StateFormat.ReadNumber(reader);
                if (strict && count != destination.Count)
                {
                    throw new ArgumentException($"Mismatched state_dict sizes: expected {destination.Count}, but found {count} entries.");
                }

                using var _ = no_grad();
                for (var index = 0L; index < count; index++)
                {
                    var key = StateFormat.ReadKey(reader);
                    var found = destination.TryGetValue(key, out var target);
                    if (strict && !found)
                    {
                        throw new ArgumentException($"Mismatched module state names: the target modules does not have a submodule or buffer named '{key}'");
                    }

                    if (found && skip?.Contains(key) != true)
                    {
                        StateFormat.ReadTensor(reader, key, target!);
                    }
                    else
                    {
                        StateFormat.SkipTensor(reader, key);
                    }

                    loadedParameters?.Add(key, found);
                }

                return this;
            }

            /// <summary>Makes a module and loads a file into it.</summary>
            public static Module Create<T>(string path)
                where T : Module, new() => new T().load(path);
        }
    }
}
