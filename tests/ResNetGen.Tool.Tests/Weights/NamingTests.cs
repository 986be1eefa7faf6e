using System.Collections.Concurrent;
using ResNetGen.Architecture;
using ResNetGen.Architecture.Diagnostics;
using ResNetGen.Architecture.Specs;
using ResNetGen.Architecture.Values;
using ResNetGen.Weights;
using Xunit;

namespace ResNetGen.Tool.Tests.Weights;

/// <summary>
/// The names that ResNetGen.Weights works out from names alone, against those that the spec language gives: two ways that
/// share no code.
/// </summary>
public sealed class NamingTests
{
    private static readonly string[] Words = ["torchvision", "timm", "mmdet", "mmpretrain"];

    private static readonly Dictionary<string, SpecDocument> Documents = Directory
        .EnumerateFiles(Tool.Specs, "*" + SpecDocument.Extension, SearchOption.AllDirectories)
        .Select(file => SpecDocument.Parse(SpecPath.Normalize(file), File.ReadAllText(file)))
        .ToDictionary(d => d.Path, StringComparer.Ordinal);

    private static readonly ConcurrentDictionary<(string Name, string Naming), List<CheckpointTensor>> States = [];

    public static TheoryData<string> Specs => [.. Documents.Keys.Select(SpecPath.NameOf).Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Specs))]
    public void Every_naming_becomes_every_other(string name)
    {
        foreach (var from in Words)
        {
            foreach (var to in Words)
            {
                var (source, wanted) = (State(name, from), State(name, to));
                var converted = KeyConversion.Convert(source, (KeyNaming)Array.IndexOf(Words, to));
                Assert.Equal(Text(wanted, IndicesAreLost(name, from, to)), Text(converted, IndicesAreLost(name, from, to)));
            }
        }
    }

    [Theory, MemberData(nameof(Specs))]
    public void A_file_of_any_naming_fits_a_network_of_any_other(string name)
    {
        foreach (var from in Words)
        {
            foreach (var to in Words)
            {
                var wanted = ExpectedTensor.Of(State(name, to));
                var report = WeightsMatch.Of(wanted, State(name, from), new LoadOptions { Naming = (KeyNaming)Array.IndexOf(Words, from) }).Report;
                Assert.True(report.Fits, $"{from} to {to}: {report}");
                Assert.Equal(wanted.Select(t => t.Name), report.Loaded, StringComparer.Ordinal);
            }
        }
    }

    // timm's names for pre-activated networks do not tell where a projection's layers lie behind a pool.
    private static bool IndicesAreLost(string name, string from, string to) =>
        from == "timm" && to != "timm" && State(name, "timm").Exists(t => t.Name.Contains("downsample.conv", StringComparison.Ordinal))
        && State(name, to).Exists(t => t.Name.Contains("downsample.1.weight", StringComparison.Ordinal) && t.Shape.Count == 4);

    private static string[] Text(IEnumerable<CheckpointTensor> tensors, bool withoutIndices) =>
        [.. tensors.Select(t => $"{(withoutIndices ? WithoutIndex(t.Name) : t.Name)} [{string.Join(',', t.Shape)}]")];

    private static string WithoutIndex(string name)
    {
        const string Projection = ".downsample.";
        var at = name.IndexOf(Projection, StringComparison.Ordinal);
        return at < 0 ? name : string.Concat(name.AsSpan(0, at + Projection.Length), name.AsSpan(name.LastIndexOf('.')));
    }

    private static List<CheckpointTensor> State(string name, string naming) => States.GetOrAdd((name, naming), key => Compile(key.Name, key.Naming));

    private static List<CheckpointTensor> Compile(string name, string naming)
    {
        var document = Documents.Values.Single(d => SpecPath.NameOf(d.Path) == name);
        var findings = new Findings();
        var values = SpecChain.Merge(document, Documents.GetValueOrDefault, [], findings)!;
        var over = SpecDocument.Parse("over" + SpecDocument.Extension, $"naming: {naming}\n").Values!;
        var spec = CompiledSpec.Compile(Overlay.Merge(over, values), document.FallbackName, findings, TestContext.Current.CancellationToken)!;
        return [.. spec.Analysis.State.Select(e => (CheckpointTensor)new Described(
            e.Key, e.Key.EndsWith("num_batches_tracked", StringComparison.Ordinal) ? ElementType.Int64 : ElementType.Float32, [.. e.Shape.Select(s => (long)s)]))];
    }

    private sealed class Described(string name, ElementType type, IReadOnlyList<long> shape) : CheckpointTensor(name, type, shape)
    {
        protected override void ReadElements(long start, Span<byte> destination) => throw new NotSupportedException();
    }
}
