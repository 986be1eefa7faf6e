using System.Diagnostics;
using System.Globalization;
using FsCheck.Fluent;
using ResNetGen.Architecture;
using ResNetGen.Architecture.Diagnostics;
using ResNetGen.Architecture.Emission;
using ResNetGen.Architecture.Specs;
using ResNetGen.Property.Tests.Support;
using Xunit;

namespace ResNetGen.Property.Tests.Texts;

/// <summary>Whatever a text holds: it is a network, or it is said where it is wrong.</summary>
public sealed class BadTextTests
{
    private const int Texts = 20_000;

    // A text that never ends is given up on; its thread is lost. How long the others take is printed, and decides nothing.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Dictionary<string, int> _findings = new(StringComparer.Ordinal);
    private bool _hangs;
    private int _networks;
    private int _refused;
    private TimeSpan _slowest;

    [Fact]
    public void A_damaged_text_is_a_network_or_has_a_finding_in_it() =>
        PropertyRun.Check("damaged texts", Texts, Arb.From(Damage.Text, t => t.Smaller()), Check, Tally);

    private void Check(BadText text)
    {
        // Smaller texts would hang as well.
        if (_hangs)
            return;

        var time = Time(text);
        _slowest = time > _slowest ? time : _slowest;
    }

    private TimeSpan Time(BadText text)
    {
        var watch = Stopwatch.StartNew();
        var work = Task.Run(() => Compile(text));
        _hangs = !((IAsyncResult)work).AsyncWaitHandle.WaitOne(Patience);
        Assert.False(_hangs, "does not end");
        work.GetAwaiter().GetResult();
        return watch.Elapsed;
    }

    private void Compile(BadText text)
    {
        var findings = new Findings();
        var document = SpecDocument.Parse(text.Path, text.Text);
        var texts = new Dictionary<string, string>(StringComparer.Ordinal) { [text.Path] = text.Text };
        var values = SpecChain.Merge(document, Find, SpecTexts.All.Keys, findings);
        var spec = values is null ? null : CompiledSpec.Compile(values, document.FallbackName, findings);

        var found = findings.ToArray();
        foreach (var finding in found)
        {
            Assert.NotEmpty(finding.Message);
            SiteCheck.Check(finding, texts[finding.Site.Path]);
            _findings[finding.Rule.Id] = _findings.GetValueOrDefault(finding.Rule.Id) + 1;
        }

        // A key that is said twice is an error beside a network: one that nobody is given.
        if (spec is null || findings.HasErrors)
        {
            Assert.Contains(found, f => f.Rule.Severity == Severity.Error);
            _refused++;
            return;
        }

        _networks++;
        Assert.NotEmpty(CSharpEmitter.Emit(spec, CSharpTarget.TopLevel("", "Drawn")));

        SpecDocument? Find(string path)
        {
            if (!SpecTexts.All.TryGetValue(path, out var other))
                return null;

            texts[path] = other;
            return SpecDocument.Parse(path, other);
        }
    }

    private string Tally() => string.Create(
        CultureInfo.InvariantCulture,
        $"{_networks} were networks, {_refused} refused; the slowest took {_slowest.TotalMilliseconds:0} ms. Findings: {string.Join(", ", _findings.OrderByDescending(f => f.Value).Select(f => $"{f.Key} x {f.Value}"))}.");
}
