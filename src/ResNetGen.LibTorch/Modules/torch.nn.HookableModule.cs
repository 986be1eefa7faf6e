namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>A module whose calls can be watched and changed by hooks.</summary>
        /// <typeparam name="TPreHook">A hook that runs before <c>forward</c>.</typeparam>
        /// <typeparam name="TPostHook">A hook that runs after <c>forward</c>.</typeparam>
        public class HookableModule<TPreHook, TPostHook> : Module
        {
            private List<(string Key, TPreHook Hook)>? preHooks;
            private List<(string Key, TPostHook Hook)>? postHooks;
            private List<(string Key, Action<Module> Hook)>? modulePreHooks;
            private List<(string Key, Action<Module> Hook)>? modulePostHooks;

            /// <inheritdoc cref="Module(string)"/>
            protected HookableModule(string name)
                : base(name)
            {
            }

            private protected bool HasHooks => preHooks is not null || postHooks is not null || modulePreHooks is not null || modulePostHooks is not null;

            private protected List<(string Key, TPreHook Hook)> PreHooks => preHooks ?? [];

            private protected List<(string Key, TPostHook Hook)> PostHooks => postHooks ?? [];

            /// <summary>Runs a hook after each <c>forward</c>; what it returns, if not null, is the call's result.</summary>
            public HookRemover register_forward_hook(TPostHook hook) => Register(ref postHooks, hook);

            /// <summary>Runs a hook before each <c>forward</c>; what it returns, if not null, is the call's input.</summary>
            public HookRemover register_forward_pre_hook(TPreHook hook) => Register(ref preHooks, hook);

            /// <summary>Runs an action after each <c>forward</c>.</summary>
            public HookRemover register_forward_hook(Action<Module> hook) => Register(ref modulePostHooks, hook);

            /// <summary>Runs an action before each <c>forward</c>.</summary>
            public HookRemover register_forward_pre_hook(Action<Module> hook) => Register(ref modulePreHooks, hook);

            private protected void RunModulePreHooks()
            {
                foreach (var (_, hook) in modulePreHooks ?? [])
                {
                    hook(this);
                }
            }

            private protected void RunModulePostHooks()
            {
                foreach (var (_, hook) in modulePostHooks ?? [])
                {
                    hook(this);
                }
            }

            private HookRemover Register<THook>(ref List<(string Key, THook Hook)>? hooks, THook hook)
            {
                ArgumentNullException.ThrowIfNull(hook);
                var key = Guid.NewGuid().ToString();

                // A call in progress walks the list that it started with.
                hooks = [.. hooks ?? [], (key, hook)];
                return new HookRemover(this, key);
            }

            private void Remove(string key)
            {
                preHooks = Without(preHooks, key);
                postHooks = Without(postHooks, key);
                modulePreHooks = Without(modulePreHooks, key);
                modulePostHooks = Without(modulePostHooks, key);
            }

            private static List<(string Key, THook Hook)>? Without<THook>(List<(string Key, THook Hook)>? hooks, string key)
            {
                var left = hooks?.Where(hook => hook.Key != key).ToList();
                return left is { Count: > 0 } ? left : null;
            }

            /// <summary>Takes a hook away again.</summary>
            public class HookRemover
            {
                private readonly HookableModule<TPreHook, TPostHook> module;
                private readonly string key;

                /// <summary>Remembers which hook of which module to remove.</summary>
                public HookRemover(HookableModule<TPreHook, TPostHook> module, string key)
                {
                    this.module = module;
                    this.key = key;
                }

                /// <summary>Removes the hook; a second call does nothing.</summary>
                public void remove() => module.Remove(key);
            }
        }
    }
}
