using System.Globalization;

namespace ResNetGen.Benchmarks;

/// <summary>
/// Whole builds of a project outside of the checkout with 1, 20 and 100 annotated classes, beside the same code written by
/// hand: what the generator made of them, checked in.
/// </summary>
internal sealed class Builds(Contest contest)
{
    private static readonly int[] Counts = [1, 20, 100];

    // Neither a compiler nor a build that stays in memory helps, or hinders others.
    private static readonly string[] Build =
        ["build", "--no-restore", "--no-incremental", "--nologo", "--verbosity", "quiet", "-nodeReuse:false", "-p:UseSharedCompilation=false"];

    public Report Run() => new Report("Builds with the generator")
        .With("Runtime", System.Runtime.InteropServices.RuntimeInformation.FrameworkDescription)
        .With("Command", "dotnet " + string.Join(' ', Build))
        .With("Classes", "ResNet-50 and ResNeXts of other widths that extend it, each with its spec; by hand: the generator's files checked in, without the generator")
        .Add([.. Counts.Select(Measure)]);

    private Case Measure(int count)
    {
        Console.Error.WriteLine($"Builds of {count} classes ...");
        var folder = Directory.CreateDirectory(Path.Combine(Peer.Folder, string.Create(CultureInfo.InvariantCulture, $"builds{count}"))).FullName;
        var (generated, written) = (BuiltProject.WithGenerator(Path.Combine(folder, "generated"), count), Path.Combine(folder, "written"));
        ChildProcess.Run("dotnet", ["restore", "--verbosity", "quiet"], generated);
        ChildProcess.Run("dotnet", [.. Build, "-p:EmitCompilerGeneratedFiles=true", "-p:CompilerGeneratedFilesOutputPath=emitted"], generated);
        BuiltProject.ByHand(written, Path.Combine(generated, "emitted"), count);
        ChildProcess.Run("dotnet", ["restore", "--verbosity", "quiet"], written);

        string[] folders = [generated, written];
        var measured = new Case(
            string.Create(CultureInfo.InvariantCulture, $"{count} classes"), "ms", Case.Milliseconds, [new Side("the generator"), new Side("by hand")]);
        Rounds.Run(measured, contest.IsQuick ? 1 : 9, [], side => ChildProcess.Run("dotnet", Build, folders[side]));
        return measured;
    }
}
