using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>An empty chain.</summary>
        public static Sequential Sequential() => new();

        /// <summary>A chain of named modules.</summary>
        public static Sequential Sequential(params (string name, Module<Tensor, Tensor> submodule)[] modules) =>
            Chained(modules);

        /// <summary>A chain of modules, named by their number.</summary>
        public static Sequential Sequential(params Module<Tensor, Tensor>[] modules) =>
            Sequential((IEnumerable<Module<Tensor, Tensor>>)modules);

        /// <summary>A chain of named modules.</summary>
        public static Sequential Sequential(params Tuple<string, Module<Tensor, Tensor>>[] modules) =>
            Chained(modules.Select(entry => (entry.Item1, entry.Item2)));

        /// <summary>A chain of named modules.</summary>
        public static Sequential Sequential(IEnumerable<(string name, Module<Tensor, Tensor> submodule)> modules) =>
            Chained(modules);

        /// <summary>A chain of named modules.</summary>
        public static Sequential Sequential(IEnumerable<Tuple<string, Module<Tensor, Tensor>>> modules) =>
            Chained(modules.Select(entry => (entry.Item1, entry.Item2)));

        /// <summary>A chain of modules, named by their number.</summary>
        public static Sequential Sequential(IEnumerable<Module<Tensor, Tensor>> modules)
        {
            ArgumentNullException.ThrowIfNull(modules);
            var chain = new Sequential();
            foreach (var module in modules)
            {
                chain.append(module);
            }

            return chain;
        }

        private static Sequential Chained(IEnumerable<(string Name, Module<Tensor, Tensor> Module)> modules)
        {
            var chain = new Sequential();
            foreach (var (name, module) in modules)
            {
                chain.append(name, module);
            }

            return chain;
        }
    }
}
