using System.Globalization;
using FsCheck.Fluent;
using ResNetGen.Architecture;
using ResNetGen.Architecture.Diagnostics;
using ResNetGen.Architecture.Emission;
using ResNetGen.Property.Tests.Specs;
using ResNetGen.Property.Tests.Support;
using TorchSharp;
using Xunit;

namespace ResNetGen.Property.Tests.Networks;

/// <summary>What is known of a network before it runs is what it shows when it runs.</summary>
public sealed class DrawnNetworkTests
{
    private const int SpecsPerAssembly = 40;
    private const int Assemblies = 12;
    private const int NetworksPerRun = 300;
    private const double MostRefused = 0.6;

    private readonly Dictionary<string, int> _refusals = new(StringComparer.Ordinal);
    private readonly Coverage _coverage = new();
    private int _drawn;
    private int _networks;
    private int _parted;

    [Fact]
    public void A_drawn_network_is_what_its_analysis_says()
    {
        var batches = Arb.From(SpecGrammar.Spec.ArrayOf(SpecsPerAssembly).Select(specs => new Batch([.. specs])), batch => batch.Smaller());

        var threads = torch.get_num_threads();
        // The maps are tiny: handing them to other threads takes longer than the work.
        torch.set_num_threads(1);
        try
        {
            PropertyRun.Check("drawn networks", Assemblies, batches, Check, Tally);
        }
        finally
        {
            torch.set_num_threads(threads);
        }

        Assert.True(_networks >= NetworksPerRun, Tally());
        Assert.True(_drawn - _networks <= MostRefused * _drawn, Tally());
        Assert.True(_coverage.Missing().Count == 0, "no network was drawn with " + string.Join(", ", _coverage.Missing()));
    }

    private void Check(Batch batch)
    {
        var accepted = new List<(DrawnSpec Drawn, CompiledSpec Spec)>();
        foreach (var drawn in batch.Specs)
        {
            _drawn++;
            if (Compile(drawn, batch.IsCut) is not { } spec)
                continue;

            accepted.Add((drawn, spec));
            _coverage.Add(drawn);
        }

        _networks += accepted.Count;
        if (accepted.Count == 0)
            return;

        using var networks = new GeneratedNetworks(accepted.Select((a, i) => Emit(a.Spec, i)));
        for (var i = 0; i < accepted.Count; i++)
        {
            var (drawn, spec) = accepted[i];
            try
            {
                Assert.Equal(spec.Analysis.Total.Parameters, networks.Fact(i, "Parameters"));
                Assert.Equal(spec.Analysis.Total.Macs, networks.Fact(i, "Macs"));
                Assert.Equal(spec.Analysis.State.Count, networks.Fact(i, "StateDictEntries"));
                torch.manual_seed(drawn.Seed);
                using var module = networks.Create(i);
                new RunningNetwork(module, spec).Check();
            }
            catch (Exception e) when (batch.Specs.Length > 1)
            {
                throw new InvalidOperationException($"{e.Message}\nof this spec:\n{drawn}", e);
            }
        }
    }

    // The network, the same both times; or null, for a reason that lies in what the spec means.
    private CompiledSpec? Compile(DrawnSpec drawn, bool isCut)
    {
        var findings = new Findings();
        var spec = drawn.Compile(findings);
        if (spec is null)
        {
            var errors = findings.ToArray().Where(f => f.Rule.Severity == Severity.Error).Select(f => f.Rule.Id).Distinct(StringComparer.Ordinal).ToList();
            Assert.NotEmpty(errors);
            foreach (var id in errors)
                _refusals[id] = _refusals.GetValueOrDefault(id) + 1;

            // What is left while a failure is made smaller may lack keys that a spec needs.
            if (!isCut)
                Assert.All(findings.ToArray().Where(f => f.Rule.Severity == Severity.Error), f => Assert.StartsWith("RNG1", f.Rule.Id, StringComparison.Ordinal));

            return null;
        }

        Assert.False(findings.HasErrors, "a network and errors at once");
        var code = Emit(spec, 0);
        Assert.Equal(code, Emit(drawn.Compile(new Findings())!, 0));
        if (drawn.Split is not null)
        {
            var parts = new Findings();
            Assert.True(drawn.CompileParts(parts) is { } together && Emit(together, 0) == code, $"the two parts say something else: {string.Join('\n', parts.ToArray())}");
            _parted++;
        }

        return spec;
    }

    private static string Emit(CompiledSpec spec, int index) =>
        CSharpEmitter.Emit(spec, CSharpTarget.TopLevel(GeneratedNetworks.Namespace, GeneratedNetworks.NameOf(index)) with
        {
            // What is made for inference is written for backends with convolutions of their own, and for those without.
            HasEngine = index % 2 == 0 && GeneratedNetworks.BackendHasEngine,
        });

    private string Tally() => string.Create(
        CultureInfo.InvariantCulture,
        $"{_networks} networks of {_drawn} specs drawn ({100.0 * (_drawn - _networks) / _drawn:0} % refused: {string.Join(", ", _refusals.OrderByDescending(r => r.Value).Select(r => $"{r.Key} x {r.Value}"))}); {_parted} of them in two parts. Rarest: {_coverage.Rarest()}.");
}
