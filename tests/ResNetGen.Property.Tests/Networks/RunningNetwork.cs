using ResNetGen.Architecture;
using ResNetGen.Architecture.Networks;
using ResNetGen.Runtime.Tests;
using TorchSharp;
using TorchSharp.Modules;
using Xunit;
using static TorchSharp.torch;

namespace ResNetGen.Property.Tests.Networks;

/// <summary>Compares what a running network shows with what was known of it before.</summary>
internal sealed class RunningNetwork(nn.Module<Tensor, Tensor> module, CompiledSpec spec)
{
    private const int Batch = 2;

    /// <summary>Checks everything.</summary>
    public void Check()
    {
        CheckState();
        var shape = spec.Analysis.Input;
        using var input = rand(Batch, shape.Channels, shape.Height, shape.Width);
        using (no_grad())
        {
            module.eval();
            LeavesNothing(() => CheckMaps(input));
            LeavesNothing(() => CheckOutput(input));
            CheckCosts(input);
        }

        module.train();
        LeavesNothing(() => CheckOutput(input));
        CheckRecomputation(input);
        CheckInference(input);
    }

    // A step that computes blocks again finds the same gradients; only what blocks drop follows from seeds of its own then.
    private void CheckRecomputation(Tensor input)
    {
        manual_seed(1);
        using (var output = module.call(input))
        using (var loss = Recomputing.Square(output))
        {
            // All that runs may be frozen.
            if (!loss.requires_grad)
                return;

            loss.backward();
        }

        var expected = Found();
        manual_seed(1);
        Recomputing.Step(module, input, Recomputing.Square).Dispose();
        var found = Found();
        manual_seed(1);
        LeavesNothing(() => Recomputing.Step(module, input, Recomputing.Square).Dispose());

        Equal("parameters with a gradient", Lines(expected.Keys), Lines(found.Keys));
        var drops = spec.Network.Training.StochasticDepth > 0 || spec.Network.Stages.Any(s => s.Blocks.Any(b => b.MainPath.Any(l => l is Architecture.Networks.Dropout)));
        foreach (var (key, gradient) in expected)
        {
            if (!drops && !gradient.allclose(found[key], 0, 0, equal_nan: true))
                Assert.Fail($"the gradient of {key} is another where blocks are computed again");

            gradient.Dispose();
            found[key].Dispose();
        }

        Dictionary<string, Tensor> Found()
        {
            var gradients = new Dictionary<string, Tensor>(StringComparer.Ordinal);
            foreach (var (name, parameter) in module.named_parameters())
            {
                using var gradient = Gradients.Of(parameter);
                if (gradient is null)
                    continue;

                gradients.Add(name, gradient.clone());
                gradient.zero_();
            }

            return gradients;
        }
    }

    private void CheckInference(Tensor input)
    {
        InferenceCheck.Scatter(module);
        module.eval();
        using var inference = InferenceCheck.Of(module);
        LeavesNothing(() =>
        {
            var difference = InferenceCheck.Difference(module, inference, input);
            if (!(difference <= InferenceCheck.Tolerance))
                CheckAgainstFloat64(inference, input, difference);
        });
    }

    // Where the sums of the head cancel, float32 has few digits left, in evaluation as well: the copy may be off as far as that is.
    private void CheckAgainstFloat64(nn.Module<Tensor, Tensor> inference, Tensor input, double difference)
    {
        const double AsGood = 4;
        using var noGrad = no_grad();
        using var scope = NewDisposeScope();
        var (single, made) = (module.call(input), inference.call(input));
        module.to(ScalarType.Float64);
        var exact = module.call(input.to_type(ScalarType.Float64));
        module.to(ScalarType.Float32);
        var (ofSingle, ofMade) = (Off(single), Off(made));
        if (!(ofMade <= AsGood * ofSingle && InferenceCheck.DifferenceOfMaps(module, inference, input) <= InferenceCheck.Tolerance))
            Assert.Fail(FormattableString.Invariant($"what is made for inference is off by {difference:E2}; from float64 by {ofMade:E2}, evaluation by {ofSingle:E2}"));

        double Off(Tensor output) => output.to_type(ScalarType.Float64).sub(exact).abs().max().item<double>();
    }

    // The state dict has all parameters before all buffers, or each module's together: its order is not compared.
    private void CheckState()
    {
        var analysis = spec.Analysis;
        Equal("the state dict", Sorted(Entries(analysis.State)), Sorted(module.state_dict().Select(e => Entry(e.Key, e.Value.shape))));
        Equal(
            "the parameters in order",
            Lines(Entries(analysis.State.Where(e => !e.IsBuffer))),
            Lines(module.named_parameters().Select(p => Entry(p.name, p.parameter.shape))));
        Equal(
            "the buffers in order",
            Lines(Entries(analysis.State.Where(e => e.IsBuffer))),
            Lines(module.named_buffers().Select(b => Entry(b.name, b.buffer.shape))));
        Equal("parameters", analysis.Total.Parameters, module.parameters().Sum(p => p.numel()));
        Equal("parameters of the parts", analysis.Total.Parameters, analysis.Parts.Sum(p => p.Parameters));
        Equal("buffers", analysis.Buffers, module.buffers().Count());
    }

    private void CheckMaps(Tensor input)
    {
        var maps = (IDisposable)module.GetType().GetMethod("Features")!.Invoke(module, [input])!;
        using (maps)
        {
            var shown = maps.GetType().GetProperties().Where(p => p.PropertyType == typeof(Tensor))
                .ToDictionary(p => p.Name, p => (Tensor)p.GetValue(maps)!, StringComparer.Ordinal);
            Equal(
                "taps",
                string.Join(' ', spec.Analysis.Taps.Select(t => t.Name.ToUpperInvariant()).Order(StringComparer.Ordinal)),
                string.Join(' ', shown.Keys.Order(StringComparer.Ordinal)));
            foreach (var tap in spec.Analysis.Taps)
            {
                var shape = tap.Shape;
                Equal(tap.Name, Shape([Batch, shape.Channels, shape.Height, shape.Width]), Shape(shown[tap.Name.ToUpperInvariant()].shape));
            }
        }
    }

    private void CheckOutput(Tensor input)
    {
        using var output = module.call(input);
        var last = spec.Analysis.Taps[spec.Analysis.Taps.Count - 1].Shape;
        long[] expected = spec.Network.Head is { } head ? [Batch, head.Classes] : [Batch, last.Channels, last.Height, last.Width];
        Equal("the output", Shape(expected), Shape(output.shape));
    }

    // Counted where they arise, by what goes into a convolution or a linear layer and what comes out.
    private void CheckCosts(Tensor input)
    {
        var (macs, activations) = (0L, 0L);
        var removals = new List<Action>();
        foreach (var layer in module.modules())
        {
            var weight = layer switch { Conv2d c => c.weight, Conv1d c => c.weight, TorchSharp.Modules.Linear l => l.weight, _ => null };
            if (weight is not null && layer is nn.Module<Tensor, Tensor> counted)
                removals.Add(counted.register_forward_hook((_, _, output) => Count(weight, output)).remove);
        }

        using (module.call(input))
            removals.ForEach(remove => remove());

        // Without a head, what lies behind the last tap is not run.
        if (spec.Network.Head is null && spec.Analysis.Taps.Count <= spec.Network.Stages.Count)
            return;

        Equal("MACs", spec.Analysis.Total.Macs, macs / Batch);
        Equal("activations", spec.Analysis.Total.Activations, activations / Batch);

        Tensor Count(Tensor weight, Tensor output)
        {
            activations += output.numel();
            macs += output.numel() * (weight.numel() / weight.shape[0]);
            return output;
        }
    }

    // Whatever was left to the finalizers before must not be counted: only a difference that stays is one.
    private static void LeavesNothing(Action run)
    {
        for (var attempt = 0; ; attempt++)
        {
            var before = Tensor.TotalCount;
            run();
            var left = Tensor.TotalCount - before;
            if (left == 0)
                return;

            if (attempt == 2)
                Assert.Fail($"{left} more tensors live behind a forward than before it");

            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
    }

    private static IEnumerable<string> Entries(IEnumerable<StateEntry> state) => state.Select(e => Entry(e.Key, e.Shape.Select(s => (long)s)));

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines);

    private static string Sorted(IEnumerable<string> lines) => Lines(lines.Order(StringComparer.Ordinal));

    private static string Entry(string key, IEnumerable<long> shape) => key + " " + Shape(shape);

    private static string Shape(IEnumerable<long> sizes) => "[" + string.Join(", ", sizes) + "]";

    private static void Equal<T>(string what, T expected, T shown)
    {
        if (!Equals(expected, shown))
            Assert.Fail($"{what}: the analysis has{Environment.NewLine}{expected}{Environment.NewLine}and the module shows{Environment.NewLine}{shown}");
    }
}
