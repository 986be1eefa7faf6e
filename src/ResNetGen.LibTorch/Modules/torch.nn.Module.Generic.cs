namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>A module of one input.</summary>
        public abstract class Module<T, TResult> : HookableModule<Func<Module<T, TResult>, T, T>, Func<Module<T, TResult>, T, TResult, TResult>>, IModule<T, TResult>
        {
            /// <inheritdoc cref="Module(string)"/>
            protected Module(string name)
                : base(name)
            {
            }

            /// <summary>What the module computes. Use <see cref="call"/>, which runs the hooks too.</summary>
            public abstract TResult forward(T input);

            /// <summary>Runs the hooks and <see cref="forward"/>.</summary>
            public TResult call(T input) => HasHooks ? CallWithHooks(input) : forward(input);

            private TResult CallWithHooks(T input)
            {
                RunModulePreHooks();
                foreach (var (_, hook) in PreHooks)
                {
                    input = hook(this, input) is { } changed ? changed : input;
                }

                var result = forward(input);
                foreach (var (_, hook) in PostHooks)
                {
                    result = hook(this, input, result) is { } changed ? changed : result;
                }

                RunModulePostHooks();
                return result;
            }
        }

        /// <summary>A module of two inputs.</summary>
        public abstract class Module<T1, T2, TResult> : HookableModule<Func<Module<T1, T2, TResult>, T1, T2, (T1, T2)?>, Func<Module<T1, T2, TResult>, T1, T2, TResult, TResult>>, IModule<T1, T2, TResult>
        {
            /// <inheritdoc cref="Module(string)"/>
            protected Module(string name)
                : base(name)
            {
            }

            /// <summary>What the module computes. Use <see cref="call"/>, which runs the hooks too.</summary>
            public abstract TResult forward(T1 input1, T2 input2);

            /// <summary>Runs the hooks and <see cref="forward"/>.</summary>
            public TResult call(T1 input1, T2 input2) => HasHooks ? CallWithHooks(input1, input2) : forward(input1, input2);

            private TResult CallWithHooks(T1 input1, T2 input2)
            {
                RunModulePreHooks();
                foreach (var (_, hook) in PreHooks)
                {
                    (input1, input2) = hook(this, input1, input2) ?? (input1, input2);
                }

                var result = forward(input1, input2);
                foreach (var (_, hook) in PostHooks)
                {
                    result = hook(this, input1, input2, result) is { } changed ? changed : result;
                }

                RunModulePostHooks();
                return result;
            }
        }
    }
}
