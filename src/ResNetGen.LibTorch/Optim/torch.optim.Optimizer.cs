using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Optimizers and learning-rate schedules.</summary>
    public static partial class optim
    {
        /// <summary>Changes parameters by their gradients.</summary>
        public abstract partial class Optimizer : IDisposable
        {
            private protected readonly List<ParamGroup> groups = [];

            private protected Optimizer()
            {
            }

            /// <summary>The groups of parameters, each with a learning rate of its own.</summary>
            public virtual IEnumerable<ILearningRateController> ParamGroups => groups;

            /// <summary>The parameters of all groups.</summary>
            public virtual IEnumerable<Parameter> parameters() => groups.SelectMany(group => group.Parameters);

            /// <summary>Sets the gradients to zero.</summary>
            public virtual void zero_grad()
            {
                foreach (var parameter in parameters())
                {
                    using var gradient = parameter.grad;
                    gradient?.zero_();
                }
            }

            /// <summary>Adds parameters under settings of their own; what the group leaves open takes the optimizer's.</summary>
            /// <exception cref="ArgumentException">A parameter is in a group already.</exception>
            public virtual void add_param_group(ParamGroup param_group) => groups.Add(param_group);

            /// <summary>Changes every parameter that has a gradient.</summary>
            /// <param name="closure">Computes the loss and the gradients first, with the autograd graph on.</param>
            /// <returns>What <paramref name="closure"/> returned, or null.</returns>
            public virtual Tensor step(Func<Tensor> closure = null!) => closure is null ? null! : closure();

            /// <summary>Releases the optimizer's state, not the parameters.</summary>
            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            /// <summary>Releases the optimizer's state; an override calls the base.</summary>
            protected virtual void Dispose(bool disposing)
            {
            }

            /// <summary>The settings of each group and the state of each parameter: live objects, not copies.</summary>
            public class StateDictionary
            {
                internal StateDictionary()
                {
                }

                /// <summary>The settings, one per group.</summary>
                public List<OptimizerOptions> Options { get; } = [];

                /// <summary>The state, one per parameter.</summary>
                public List<OptimizerState> State { get; } = [];

                /// <summary>For each group, where its parameters stand in <see cref="State"/>.</summary>
                public List<List<int>> StateIndexRef { get; } = [];
            }
        }
    }
}
