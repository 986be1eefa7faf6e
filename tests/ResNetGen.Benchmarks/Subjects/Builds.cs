using System.Globalization;

namespace ResNetGen.Benchmarks;

/// <summary>
/// Whole builds of a project outside of the checkout with 1, 20 and 100 annotated classes, beside the same code written by
/// hand: what the generator made of them, checked in.
/// </summary>
internal sealed class Builds(Contest contest)
{
    // Builds of many classes take long, and differ little from one another.
    private static readonly (int Classes, int Rounds)[] Measured = [(1, 9), (20, 7), (100, 3)];

    // Neither a compiler nor a build that stays in memory helps, or hinders others.
    private static readonly string[] Build =
        ["build", "--no-restore", "--no-incremental", "--nologo", "--verbosity", "quiet", "-nodeReuse:false", "-p:UseSharedCompilation=false"];

    public Report Run() => new Report("Builds with the generator")
        .With("Runtime", System.Runtime.InteropServices.RuntimeInformation.FrameworkDescription)
        .With("Command", "dotnet " + string.Join(' ', Build))
        .With("Classes", "ResNet-50 and ResNeXts of other widths that extend it, each with its spec; by hand: the generator's files checked in, without the generator")
        .Add([.. Measured.Select(m => Measure(m.Classes, m.Rounds))]);

    private Case Measure(int count, int rounds)
    {
        Console.Error.WriteLine($"Builds of {count} classes ...");
        var folder = Directory.CreateDirectory(Path.Combine(Peer.Folder, string.Create(CultureInfo.InvariantCulture, $"builds{count}"))).FullName;
        var (generated, written) = (BuiltProject.WithGenerator(Path.Combine(folder, "generated"), count), Path.Combine(folder, "written"));
        BuiltProject.ByHand(written, generated, count);
        string[] folders = [generated, written];
        Parallel.ForEach(folders, f => ChildProcess.Run("dotnet", ["restore", "--verbosity", "quiet"], f));
        var measured = new Case(
            string.Create(CultureInfo.InvariantCulture, $"{count} class{(count == 1 ? "" : "es")}"), "ms", Case.Milliseconds, [new Side("the generator"), new Side("by hand")]);
        Rounds.Run(measured, contest.IsQuick ? 1 : rounds, [], side => ChildProcess.Run("dotnet", Build, folders[side]));
        return measured;
    }
}
