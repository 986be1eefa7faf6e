using System.Globalization;
using System.Text;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.NoEmit;

namespace ResNetGen.Benchmarks.Generator;

/// <summary>Runs <see cref="GeneratorBenchmarks"/> and prints them beside what is aimed at.</summary>
internal static class GeneratorReport
{
    private static readonly (string Method, string Name, string Aim)[] Rows =
    [
        (nameof(GeneratorBenchmarks.FirstRun), "first run over 100 specs", "300 ms"),
        (nameof(GeneratorBenchmarks.UnrelatedEdit), "unrelated C# edit", "1 ms"),
        (nameof(GeneratorBenchmarks.RoslynAlone), "unrelated C# edit, a generator that only finds the classes", ""),
        (nameof(GeneratorBenchmarks.AttributeEdit), "one class's attribute edited", "5 ms"),
        (nameof(GeneratorBenchmarks.SpecEdit), "one spec edited, which none extends (a ResNet-50)", "5 ms"),
        (nameof(GeneratorBenchmarks.SpecComment), "a comment in it", "5 ms"),
        (nameof(GeneratorBenchmarks.BaseEdit), "a base spec edited: ResNet-50, which {0} of them extend", ""),
    ];

    /// <summary>Measures, and returns the table.</summary>
    public static Report Run(bool quick)
    {
        // Where something is wrong with the project, it is said here and not by the harness.
        var cold = new HundredNetworks().Took;

        // In this process: what is measured is the driver after the runtime has compiled it, as in an editor. To
        // collect all garbage before each run, which an editor does not do, takes most of the time.
        var job = Job.Default.WithToolchain(InProcessNoEmitToolchain.Instance)
            .WithInvocationCount(1).WithUnrollFactor(1).WithWarmupCount(quick ? 7 : 30).WithIterationCount(quick ? 9 : 100).WithGcForce(!quick);
        var config = ManualConfig.CreateEmpty().AddJob(job).AddDiagnoser(MemoryDiagnoser.Default).AddLogger(NullLogger.Instance)
            .WithOptions(ConfigOptions.DisableLogFile).WithArtifactsPath(Path.Combine(Path.GetTempPath(), "resnetgen-bench"));
        var summary = BenchmarkRunner.Run<GeneratorBenchmarks>(config);
        if (summary.HasCriticalValidationErrors)
            throw new InvalidOperationException(string.Join('\n', summary.ValidationErrors.Select(e => e.Message)));

        var text = new StringBuilder();
        Line($"| Measured | Median | Minimum | 95th percentile | Allocated | Aim |");
        Line($"|---|---:|---:|---:|---:|---:|");
        foreach (var (method, name, aim) in Rows)
        {
            var report = summary.Reports.Single(r => r.BenchmarkCase.Descriptor.WorkloadMethod.Name == method);
            var times = report.ResultStatistics ?? throw new InvalidOperationException($"{method} gave no figures");
            var allocated = report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? 0;
            var title = string.Format(CultureInfo.InvariantCulture, name, HundredNetworks.OnResNet50);
            Line($"| {title} | {times.Median / 1e6:F2} ms | {times.Min / 1e6:F2} ms | {times.Percentiles.P95 / 1e6:F2} ms | {allocated / 1024.0:F0} KiB | {aim} |");
        }

        Line($"| the first run of a process, Roslyn and generator compiled on the way (once) | {cold.TotalMilliseconds:F0} ms | | | | |");
        return new Report("The generator in an editor")
            .With("Runtime", $".NET {Environment.Version}")
            .With("Project", $"100 networks; {job.Run.IterationCount} runs of each after {job.Run.WarmupCount} to warm up, in one process")
            .Add(text.ToString());

        void Line(FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
    }
}
