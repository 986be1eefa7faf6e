using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;
using TorchSharp.Modules;
using TorchSharp.Utils;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            private bool componentsAreRegistered;

            /// <summary>Registers a parameter under <paramref name="name"/>; the module owns it from here on.</summary>
            /// <exception cref="InvalidOperationException">The name is taken.</exception>
            public virtual void register_parameter(string name, Parameter param)
            {
                ArgumentNullException.ThrowIfNull(param);
                if (!ownParameters.TryAdd(name, param))
                {
                    throw new InvalidOperationException($"Parameter {name} is already registered.");
                }

                param.DetachFromDisposeScope();
            }

            /// <summary>Registers a tensor that is state but is not trained; the module owns it from here on.</summary>
            /// <param name="name">The last part of its key in the state dict.</param>
            /// <param name="tensor">The buffer.</param>
            /// <param name="persistent">Whether the state dict lists it.</param>
            /// <exception cref="InvalidOperationException">The name is taken.</exception>
            public virtual void register_buffer(string name, Tensor tensor, bool persistent = true)
            {
                ArgumentNullException.ThrowIfNull(tensor);
                if (!ownBuffers.TryAdd(name, new(tensor, persistent)))
                {
                    throw new InvalidOperationException($"Tensor {name} is already registered.");
                }

                tensor.DetachFromDisposeScope();
            }

            /// <summary>Registers a submodule under <paramref name="name"/>, after asking it to register its own components.</summary>
            /// <exception cref="ArgumentException">The name is empty or holds a dot.</exception>
            /// <exception cref="InvalidOperationException">The name is taken.</exception>
            public virtual void register_module(string name, Module submodule)
            {
                if (submodule is null)
                {
                    ownModules.Remove(name);
                    return;
                }

                CheckModuleName(name);
                submodule.RegisterComponents();
                ownModules.TryAdd(name, submodule);
            }

            /// <summary>The same as <see cref="register_module"/>.</summary>
            public void add_module(string name, Module module) => register_module(name, module);

            /// <summary>
            /// Registers the components of this module. This implementation registers the modules, parameters and tensors
            /// that its fields hold, under the fields' names; a class that overrides it with explicit calls needs no reflection.
            /// </summary>
            /// <exception cref="NotSupportedException">The runtime has no reflection over fields (NativeAOT) and nothing was registered explicitly.</exception>
            protected virtual void RegisterComponents()
            {
                if (componentsAreRegistered)
                {
                    return;
                }

                componentsAreRegistered = true;
                if (RuntimeFeature.IsDynamicCodeSupported)
                {
                    RegisterFields();
                }
                else if (ownModules.Count + ownParameters.Count + ownBuffers.Count == 0)
                {
                    // Silence here would lose the whole state dict.
                    throw new NotSupportedException(
                        $"{GetType()} must override RegisterComponents with explicit register_module calls: this runtime cannot look at its fields.");
                }
            }

            /// <summary>Removes all submodules without disposing them.</summary>
            protected void ClearModules() => ownModules.Clear();

            /// <summary>Registers the parameter, replaces the one of that name, or with null removes it.</summary>
            protected void ConditionallyRegisterParameter(string name, Parameter? value)
            {
                if (value is null)
                {
                    ownParameters.Remove(name);
                }
                else
                {
                    ownParameters.Set(name, value);
                }
            }

            /// <summary>Registers the buffer, replaces the one of that name, or with null removes it.</summary>
            protected void ConditionallyRegisterBuffer(string name, Tensor? value, bool persistent = true)
            {
                if (value is null)
                {
                    ownBuffers.Remove(name);
                }
                else
                {
                    ownBuffers.Set(name, new(value, persistent));
                }
            }

            /// <summary>Says that the constructor registered everything, so that no field is looked at.</summary>
            internal void SetComponentsRegistered() => componentsAreRegistered = true;

            /// <summary>Adds a submodule without asking it to register its components: what Sequential does.</summary>
            internal void AddModuleAsIs(string name, Module submodule)
            {
                CheckModuleName(name);
                ownModules.TryAdd(name, submodule);
            }

            /// <summary>Makes <paramref name="value"/> the parameter kept in <paramref name="field"/>; the one that it replaces is disposed.</summary>
            internal void SetParameter(ref Parameter? field, string name, Parameter? value)
            {
                if (ReferenceEquals(field, value))
                {
                    return;
                }

                field?.Dispose();
                field = value;
                value?.DetachFromDisposeScope();
                ConditionallyRegisterParameter(name, value);
            }

            /// <summary>Makes <paramref name="value"/> the buffer kept in <paramref name="field"/>; the one that it replaces is disposed.</summary>
            internal void SetBuffer(ref Tensor? field, string name, Tensor? value)
            {
                if (ReferenceEquals(field, value))
                {
                    return;
                }

                field?.Dispose();
                field = value;
                value?.DetachFromDisposeScope();
                ConditionallyRegisterBuffer(name, value);
            }

            private void CheckModuleName(string name)
            {
                if (string.IsNullOrEmpty(name))
                {
                    throw new ArgumentException("module name can't be empty string \"\"", nameof(name));
                }

                if (name.Contains('.', StringComparison.Ordinal))
                {
                    throw new ArgumentException($"module name can't contain \".\", got: {name}", nameof(name));
                }

                if (ownModules.Contains(name))
                {
                    throw new InvalidOperationException($"Sub-module {name} is already registered.");
                }
            }

            [UnconditionalSuppressMessage("Trimming", "IL2072", Justification = "A trimmed program keeps the fields that it uses; NativeAOT does not come here.")]
            [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "A trimmed program keeps the fields that it uses; NativeAOT does not come here.")]
            [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "A trimmed program keeps the fields that it uses; NativeAOT does not come here.")]
            private void RegisterFields()
            {
                const BindingFlags instanceFields = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance;
                for (var type = GetType(); type is not null && type != typeof(Module); type = type.BaseType)
                {
                    foreach (var field in type.GetFields(instanceFields))
                    {
                        RegisterField(field);
                    }
                }
            }

            private void RegisterField(FieldInfo field)
            {
                var component = field.GetCustomAttribute<ComponentNameAttribute>()?.Name ?? field.Name;
                if (ownModules.Contains(component) || ownParameters.Contains(component) || ownBuffers.Contains(component))
                {
                    return;
                }

                switch (field.GetValue(this))
                {
                    case Module module:
                        register_module(component, module);
                        break;
                    case Parameter parameter:
                        register_parameter(component, parameter);
                        break;
                    case Tensor tensor:
                        register_buffer(component, tensor);
                        break;
                }
            }
        }
    }
}
