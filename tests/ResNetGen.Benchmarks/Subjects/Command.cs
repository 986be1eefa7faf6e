namespace ResNetGen.Benchmarks;

/// <summary>How soon the command answers.</summary>
internal sealed class Command(Contest contest)
{
    private const double Start = 0.15;
    private const double WholeZoo = 1;

    private static readonly string[] Zoo =
        [.. Directory.EnumerateFiles(Path.Combine(Machine.RepositoryRoot, "specs"), "*.resnet.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

    private static readonly string ResNet50 = Zoo.Single(z => z.EndsWith("/resnet50.resnet.yaml", StringComparison.Ordinal));

    public Report Run() => new Report("The command")
        .With("Runtime", System.Runtime.InteropServices.RuntimeInformation.FrameworkDescription)
        .With("Command", "src/ResNetGen.Tool/bin/Release/net10.0/resnetgen, a process for each time; its output is read to the end")
        .Add(
        [
            Measure("resnetgen --help", 25, Start, "--help"),
            Measure("resnetgen check SPEC", 25, Start, "check", ResNet50),
            Measure("resnetgen summary SPEC", 25, Start, "summary", ResNet50),
            Measure($"resnetgen summary, {Zoo.Length} specs", 11, WholeZoo, ["summary", .. Zoo]),
            Measure($"resnetgen summary --format json, {Zoo.Length} specs", 11, WholeZoo, ["summary", "--format", "json", .. Zoo]),
        ]);

    private Case Measure(string name, int rounds, double limit, params string[] arguments)
    {
        var program = Path.Combine(Machine.RepositoryRoot, "src", "ResNetGen.Tool", "bin", "Release", "net10.0", "resnetgen");
        var measured = new Case(name, "ms", Case.Milliseconds, [new Side("ours") { Limit = limit }]);
        ChildProcess.Run(program, arguments);
        Rounds.Run(measured, contest.Rounds(rounds), [], _ => ChildProcess.Run(program, arguments));
        return measured;
    }
}
