using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ResNetGen.Benchmarks.Generator;

/// <summary>What the generator costs in an editor, with 100 networks in the project.</summary>
#pragma warning disable CA1515, CS1591 // the harness needs them public; the report says what each is
public class GeneratorBenchmarks
#pragma warning restore CA1515
{
    private readonly HundredNetworks _project = new();
    private GeneratorDriver _roslyn = null!;
    private GeneratorDriver _driver = null!;
    private CSharpCompilation _compilation = null!;

    [GlobalSetup]
    public void Start() => _roslyn = _project.WarmOfRoslyn();

    [IterationSetup(Target = nameof(FirstRun))]
    public void BeforeFirstRun() => (_driver, _compilation) = (_project.First(), _project.AfterUnrelatedEdit());

    [Benchmark]
    public GeneratorDriver FirstRun() => Run();

    [IterationSetup(Target = nameof(RoslynAlone))]
    public void BeforeRoslynAlone() => (_driver, _compilation) = (_roslyn, _project.AfterUnrelatedEdit());

    [Benchmark]
    public GeneratorDriver RoslynAlone() => Run();

    [IterationSetup(Target = nameof(UnrelatedEdit))]
    public void BeforeUnrelatedEdit() => (_driver, _compilation) = (_project.Warm, _project.AfterUnrelatedEdit());

    [Benchmark]
    public GeneratorDriver UnrelatedEdit() => Run();

    [IterationSetup(Target = nameof(AttributeEdit))]
    public void BeforeAttributeEdit() => (_driver, _compilation) = (_project.Warm, _project.AfterAttributeEdit());

    [Benchmark]
    public GeneratorDriver AttributeEdit() => Run();

    [IterationSetup(Target = nameof(SpecEdit))]
    public void BeforeSpecEdit() => (_driver, _compilation) = (_project.AfterSpecEdit(), _project.Compilation);

    [Benchmark]
    public GeneratorDriver SpecEdit() => Run();

    [IterationSetup(Target = nameof(SpecComment))]
    public void BeforeSpecComment() => (_driver, _compilation) = (_project.AfterSpecComment(), _project.Compilation);

    [Benchmark]
    public GeneratorDriver SpecComment() => Run();

    [IterationSetup(Target = nameof(BaseEdit))]
    public void BeforeBaseEdit() => (_driver, _compilation) = (_project.AfterBaseEdit(), _project.Compilation);

    [Benchmark]
    public GeneratorDriver BaseEdit() => Run();

    private GeneratorDriver Run() => _driver.RunGenerators(_compilation);
}
