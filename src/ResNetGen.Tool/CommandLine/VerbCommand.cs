using System.CommandLine;

namespace ResNetGen.Tool.CommandLine;

/// <summary>A verb with what its help tells beyond its options.</summary>
/// <param name="name">The verb.</param>
/// <param name="description">One sentence about it.</param>
internal sealed class VerbCommand(string name, string description) : Command(name, description)
{
    /// <summary>Command lines that run as they stand, in a folder with the specs that they name.</summary>
    public IReadOnlyList<Example> Examples { get; init; } = [];

    /// <summary>The exit codes that it may have.</summary>
    public IReadOnlyList<int> ExitCodes { get; init; } = [ExitCode.Fine, ExitCode.Usage, ExitCode.BadSpec, ExitCode.InputOutput];
}
