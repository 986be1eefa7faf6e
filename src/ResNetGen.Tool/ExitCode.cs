namespace ResNetGen.Tool;

/// <summary>What the command's exit says to other programs; see docs/decisions/0024.</summary>
internal static class ExitCode
{
    public const int Fine = 0;

    public const int Findings = 1;

    public const int Usage = 2;

    public const int BadSpec = 3;

    public const int BadWeights = 4;

    public const int InputOutput = 5;

    /// <summary>A defect of this program, as sysexits.h numbers it.</summary>
    public const int Defect = 70;

    /// <summary>Interrupted by Ctrl+C: 128 and the signal's number, as shells count.</summary>
    public const int Interrupted = 130;

    /// <summary>Returns in a few words what a code says.</summary>
    public static string Describe(int code) => code switch
    {
        Fine => "fine",
        Findings => "findings or differences",
        Usage => "wrong usage",
        BadSpec => "a spec or a recipe has errors",
        BadWeights => "weights were refused or do not fit",
        InputOutput => "a file or the backend cannot be used",
        Defect => "a defect of resnetgen",
        Interrupted => "interrupted",
        _ => throw new ArgumentOutOfRangeException(nameof(code), code, "There is no such exit code."),
    };
}
