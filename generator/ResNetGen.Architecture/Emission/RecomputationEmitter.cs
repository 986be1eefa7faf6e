using ResNetGen.Architecture.Networks;

namespace ResNetGen.Architecture.Emission;

/// <summary>
/// Writes the training step that keeps the input of each block alone and computes the block again on the way back (Chen et
/// al. 2016, "Training Deep Nets with Sublinear Memory Cost").
/// </summary>
internal sealed class RecomputationEmitter(CodeWriter writer, Network network)
{
    private const string Class = "Recomputation";
    private const string Tensor = Names.Tensor;
    private const string List = "global::System.Collections.Generic.List";
    private const string Function = "global::System.Func<" + Tensor + ", " + Tensor + ">";
    private const string Mode = "global::System.Func<global::System.IDisposable>?";

    /// <summary>The members: the network's class cannot be called as one of them.</summary>
    public static readonly string[] Members = ["BackwardRecomputing", Class, "AddBlocks", "Tapped"];

    // Masks must be the same when a block is computed again.
    private bool Draws => network.Training.StochasticDepth > 0
        || network.Stages.Any(s => s.Blocks.Any(b => b.MainPath.Concat(b.Shortcut.Layers).Any(l => l is Dropout { Rate: > 0 })));

    /// <summary>Writes the method, and what lists the parts.</summary>
    public void Method(IEnumerable<string> stem, IEnumerable<string> head)
    {
        writer.Summary("Does forward and backward in less memory and more time: keeps the input of each block alone, and computes the block again on the way back.");
        writer.Line("/// <remarks>");
        writer.Line("/// Adds the gradients of the loss to those of every parameter, as its own backward would; statistics of norms move once.");
        writer.Line("/// OnTap, if you write it, runs twice and must do the same both times.");
        writer.Line("/// </remarks>");
        writer.Line("/// <param name=\"input\">As for forward.</param>");
        writer.Line("/// <param name=\"loss\">Computes one number from what forward would have returned, which is disposed behind it.</param>");
        writer.Line("/// <param name=\"mode\">Makes what each part runs under, such as autocast; it is disposed behind each.</param>");
        writer.Line("/// <returns>The loss, gone backward already.</returns>");
        writer.Line(ForwardEmitter.Refusal(network.IsSizeFixed));
        writer.Line(Names.GeneratedCode);
        writer.Line($"public {Tensor} BackwardRecomputing(");
        writer.Indented($"{Tensor} input, {Function} loss, {Mode} mode = null)");
        writer.Braces(() =>
        {
            writer.Line(ForwardEmitter.CheckOf(network));
            writer.Line($"using var pass = new {Class}(mode);");
            var steps = network.PoolRun.Aggregate("Tapped(1, RunStem(x))", (x, pool) => $"Then({x}, {Names.Member(pool)})");
            Add(steps, hasTap: true, stem);
            for (var s = 0; s < network.StagesRun; s++)
                writer.Line($"AddBlocks(pass, {Names.StageMember(s)}, {Names.Number(s + 2)});");

            // An activation in place, the tail's or the loss's, must not find the kept input itself.
            var startsInPlace = network.Final.Count > 0 && network.Final[0] is Activation;
            Add(!ForwardEmitter.HasTail(network) ? "x.clone()" : startsInPlace ? "RunHead(x.clone())" : "RunHead(x.alias())", hasTap: false, head);
            writer.Line("return pass.Run(this, input, loss);");
        });
        writer.Line();
        writer.Lines($$"""
            private void AddBlocks<TBlock>({{Class}} pass, Stage<TBlock> stage, int level)
                where TBlock : {{Names.Module}}
            {
                for (var i = 0; i < stage.Count; i++)
                {
                    var (block, isLast) = (stage[i], i == stage.Count - 1);
                    pass.Add(x => isLast ? Tapped(level, block.call(x)) : block.call(x), isLast, block);
                }
            }

            private {{Tensor}} Tapped(int level, {{Tensor}} map)
            {
                OnTap(level, ref map);
                return map;
            }
            """);
    }

    /// <summary>Writes the class that runs the parts.</summary>
    public void Nested()
    {
        writer.Line("// Runs parts forward and, the last of them first, backward.");
        writer.Braces($"private sealed class {Class} : global::System.IDisposable", () =>
        {
            Fields();
            writer.Line();
            Run();
            writer.Line();
            Backward();
            writer.Line();
            Helpers();
            writer.Line();
            Part();
        });
    }

    private void Add(string steps, bool hasTap, IEnumerable<string> modules) =>
        writer.Line($"pass.Add({string.Join(", ", new[] { "x => " + steps, Names.Switch(hasTap) }.Concat(modules))});");

    private void Fields()
    {
        writer.Lines($"""
            private readonly {List}<Part> _parts = new();
            private readonly {List}<{Tensor}> _inputs = new();
            private readonly {Mode} _mode;
            """);
        if (Draws)
            writer.Line("private readonly long _seed = Drawn();").Line("private readonly long _nextSeed = Drawn();");

        writer.Line();
        writer.Lines($$"""
            internal {{Class}}({{Mode}} mode)
            {
                _mode = mode;
            }

            public void Dispose() => _inputs.ForEach(x => x.Dispose());

            // The last is the head, which is not computed again.
            internal void Add({{Function}} run, bool hasTap, params {{Names.Nn}}.Module[] modules) =>
                _parts.Add(new Part(run, hasTap, modules));
            """);
    }

    private void Run()
    {
        writer.Braces($"internal {Tensor} Run({Names.Nn}.Module network, {Tensor} input, {Function} loss)", () =>
        {
            writer.Lines($$"""
                AddRest(network);
                var head = _parts.Count - 1;
                using ({{Names.Torch}}.no_grad())
                {
                    _inputs.Add(input.detach());
                    for (var i = 0; i < head; i++)
                        _inputs.Add(Forward(i));
                }

                // Nothing that learns lies before the first part that does, unless the input itself has a past.
                var first = input.requires_grad ? 0 : _parts.FindIndex(part => part.Learns);
                var last = _inputs[head];
                last.requires_grad = true;
                {{Tensor}} value;
                {{Tensor}}? gradient = null;
                using (var output = Forward(head))
                {
                    value = loss(output);
                    if (first >= 0 && first < head)
                        gradient = {{Names.Torch}}.autograd.grad(new[] { value }, new[] { last }, retain_graph: true)[0];

                    value.backward();
                }

                for (var i = head - 1; gradient is not null && i >= first; i--)
                    gradient = Backward(i, gradient, i > first || input.requires_grad);

                if (gradient is not null)
                {
                    using (gradient)
                        {{Names.Torch}}.autograd.backward(new[] { input }, new[] { gradient });
                }
                """);
            writer.Line();
            if (Draws)
                writer.Line("Seed(_nextSeed);");

            writer.Line("return value;");
        });
    }

    private void Backward()
    {
        writer.Line("// Adds the gradients of a part's parameters to theirs, and returns that of its input.");
        writer.Lines($$"""
            private {{Tensor}}? Backward(int i, {{Tensor}} gradient, bool goesOn)
            {
                var (part, x) = (_parts[i], _inputs[i]);
                var wanted = part.Parameters.FindAll(p => p.requires_grad);
                var count = wanted.Count;
                if (goesOn)
                {
                    x.requires_grad = true;
                    wanted.Add(x);
                }

                var statistics = part.Buffers.ConvertAll(buffer => buffer.clone());
                global::System.Collections.Generic.IList<{{Tensor}}> found = global::System.Array.Empty<{{Tensor}}>();
                using (gradient)
                using (var y = Forward(i))
                {
                    if (y.requires_grad)
                        found = {{Names.Torch}}.autograd.grad(new[] { y }, wanted, new[] { gradient }, allow_unused: true);
                }

                x.Dispose();
                Restore(part.Buffers, statistics);
                var (learned, gradients) = (new {{List}}<{{Tensor}}>(), new {{List}}<{{Tensor}}>());
                for (var p = 0; p < count && p < found.Count; p++)
                {
                    if (found[p].IsInvalid)
                        continue;

                    learned.Add(wanted[p]);
                    gradients.Add(found[p]);
                }

                if (learned.Count > 0)
                    {{Names.Torch}}.autograd.backward(learned, gradients);

                gradients.ForEach(g => g.Dispose());
                return goesOn ? found[count] : null;
            }
            """);
    }

    private void Helpers()
    {
        writer.Braces($"private {Tensor} Forward(int i)", () =>
        {
            if (Draws)
                writer.Line("// The same masks both times.").Line("Seed(_seed + i);");

            writer.Line("using (_mode?.Invoke())").Indented("return _parts[i].Run(_inputs[i]);");
        });
        writer.Line();
        writer.Lines($$"""
            // What OnCreated registered: OnTap may use it.
            private void AddRest({{Names.Nn}}.Module network)
            {
                var known = new global::System.Collections.Generic.HashSet<global::System.IntPtr>();
                _parts.ForEach(part => part.Parameters.ForEach(p => known.Add(p.Handle)));
                _parts.ForEach(part => part.Buffers.ForEach(b => known.Add(b.Handle)));
                var rest = new Part(x => x, false, network);
                foreach (var part in _parts.FindAll(part => part.HasTap))
                {
                    part.Parameters.AddRange(rest.Parameters.FindAll(p => !known.Contains(p.Handle)));
                    part.Buffers.AddRange(rest.Buffers.FindAll(b => !known.Contains(b.Handle)));
                }
            }

            private static void Restore({{List}}<{{Tensor}}> buffers, {{List}}<{{Tensor}}> saved)
            {
                using var mode = {{Names.Torch}}.no_grad();
                for (var b = 0; b < buffers.Count; b++)
                {
                    Keep(buffers[b], buffers[b].copy_(saved[b]));
                    saved[b].Dispose();
                }
            }
            """);
        if (!Draws)
            return;

        writer.Line();
        writer.Lines($$"""
            private static long Drawn()
            {
                using var number = {{Names.Torch}}.randint(1L << 53, new long[] { 1 }, dtype: {{Names.Torch}}.ScalarType.Int64);
                return number.item<long>();
            }

            private static void Seed(long seed)
            {
                using ({{Names.Torch}}.manual_seed(seed))
                {
                }
            }
            """);
    }

    private void Part() => writer.Lines($$"""
        // What is computed again as one: the stem, or a block.
        private sealed class Part
        {
            internal readonly {{Function}} Run;
            internal readonly bool HasTap;
            internal readonly {{List}}<{{Tensor}}> Parameters = new();
            internal readonly {{List}}<{{Tensor}}> Buffers = new();

            internal Part({{Function}} run, bool hasTap, params {{Names.Nn}}.Module[] modules)
            {
                Run = run;
                HasTap = hasTap;
                foreach (var module in modules)
                {
                    foreach (var value in module.state_dict().Values)
                        (value is {{Names.Modules}}Parameter ? Parameters : Buffers).Add(value);
                }
            }

            internal bool Learns => Parameters.Exists(p => p.requires_grad);
        }
        """);
}
