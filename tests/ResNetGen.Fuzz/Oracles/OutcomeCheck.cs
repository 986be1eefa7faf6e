using System.Globalization;
using ResNetGen.Architecture;
using ResNetGen.Architecture.Analysis;
using ResNetGen.Architecture.Diagnostics;
using ResNetGen.Fuzz.Cases;

namespace ResNetGen.Fuzz.Oracles;

/// <summary>What holds for every input: it ends in a network or in findings, both sound, and the same each time.</summary>
internal static class OutcomeCheck
{
    /// <summary>The most lines that a network's code has, beside those of a multi-grid's rates: they count forms of blocks, not blocks.</summary>
    public const int MostLines = 3000;

    /// <summary>The most bytes that one input allocates: what ten thousand blocks need, and no loop without an end.</summary>
    public const long MostBytes = 2L << 30;

    /// <summary>Runs the case twice and checks what became of it.</summary>
    /// <exception cref="FuzzFailure">Something does not hold.</exception>
    public static Outcome Check(FuzzCase tried)
    {
        Outcome first, second;
        var before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            first = Pipeline.Run(tried);
        }
#pragma warning disable CA1031 // whatever is thrown is what is looked for
        catch (Exception e)
#pragma warning restore CA1031
        {
            throw new FuzzFailure($"{e.GetType().Name} at {e.StackTrace?.Split('\n').FirstOrDefault(l => l.Contains("ResNetGen.Architecture", StringComparison.Ordinal))?.Trim().Split(" in ")[0]}", e.ToString());
        }

        var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        if (bytes > MostBytes)
            throw new FuzzFailure("allocates without bound", string.Create(CultureInfo.InvariantCulture, $"{bytes} bytes for {tried.Length} characters"));

        second = Pipeline.Run(tried);
        Same(first, second);
        Findings(tried, first);
        if (first.Spec is { } spec)
            Network(spec, first.Code!, MostLines + (tried.Length / 2));

        return first;
    }

    private static void Same(Outcome first, Outcome second)
    {
        if (!first.Findings.Equals(second.Findings))
            throw new FuzzFailure("other findings the second time", string.Join('\n', first.Findings) + "\nand then\n" + string.Join('\n', second.Findings));
        if (first.Code != second.Code)
            throw new FuzzFailure("other code the second time", "");
        if (!Equals(first.Spec, second.Spec))
            throw new FuzzFailure("another network the second time", "");
    }

    private static void Findings(FuzzCase tried, Outcome outcome)
    {
        if (outcome.Spec is null && !outcome.HasErrors)
            throw new FuzzFailure("neither a network nor an error", string.Join('\n', outcome.Findings));

        foreach (var finding in outcome.Findings)
        {
            if (finding.Rule == Rules.InternalError)
                throw new FuzzFailure("RNG0000", finding.ToString());
            if (string.IsNullOrWhiteSpace(finding.Message) || finding.Message.Any(c => char.IsControl(c) || c is '\u2028' or '\u2029'))
                throw new FuzzFailure("a message that is not one line: " + finding.Rule.Id, finding.Message);

            var file = tried.Files.FirstOrDefault(f => f.Path == finding.Site.Path);
            if (file is not null && Places.Wrong(finding.Site, file.Text) is { } wrong)
                throw new FuzzFailure($"{finding.Rule.Id} at a place that is none", $"{finding}: {wrong}");
            if (file is null && finding.Site.Path != "Net.cs")
                throw new FuzzFailure($"{finding.Rule.Id} in no file", finding.ToString());
        }
    }

    private static void Network(CompiledSpec spec, string code, int mostLines)
    {
        var lines = code.Count(c => c == '\n');
        if (lines > mostLines)
            throw new FuzzFailure("too many lines", lines.ToString(CultureInfo.InvariantCulture));

        var analysis = spec.Analysis;
        Require(analysis.Depth > 0 && analysis.MainPathLayers > 0, "depth");
        Require(analysis.Parts.Append(analysis.Total).All(c => c is { Parameters: >= 0, Macs: >= 0, Activations: >= 0 }), "costs");
        Require(analysis.Total is { Macs: > 0, Activations: > 0 }, "costs of nothing");
        Require(analysis.Layers.All(l => l.Output is { Channels: > 0, Height: > 0, Width: > 0 } && l.Parameters >= 0 && l.Macs >= 0), "layers");
        Require(analysis.Taps.Count > 0 && analysis.Taps.All(t => t is { Stride: > 0, ReceptiveField: > 0, Shape: { Channels: > 0, Height: > 0, Width: > 0 } }), "taps");
        Require(analysis.State.All(s => s.Elements > 0), "sizes of tensors");
        Require(analysis.State.Select(s => s.Key).Distinct(StringComparer.Ordinal).Count() == analysis.State.Count, "one key, two tensors");
        try
        {
            var memory = ActivationMemory.Of(spec.Network, spec.Network.Input, batch: 1);
            Require(memory is { Inference: >= 0, Training: >= 0 }, "memory");
        }
        catch (OverflowException)
        {
            // What it says it throws.
        }

        static void Require(bool holds, string what)
        {
            if (!holds)
                throw new FuzzFailure("numbers that cannot be: " + what, what);
        }
    }
}
