namespace ResNetGen.Tool.CommandLine;

/// <summary>A line that help shows; a test runs each.</summary>
/// <param name="Line">The whole line, as one types it.</param>
/// <param name="Says">What it is good for.</param>
/// <param name="Exits">The code that it exits with.</param>
internal sealed record Example(string Line, string Says, int Exits = ExitCode.Fine);
