namespace ResNetGen.Tool;

/// <summary>What the command's exit says to other programs.</summary>
internal static class ExitCode
{
    public const int Fine = 0;

    public const int Findings = 1;

    public const int Usage = 2;

    public const int BadSpec = 3;

    public const int InputOutput = 5;
}
