namespace ResNetGen.Tool;

/// <summary>Ends the command with a message for the person who called it.</summary>
internal sealed class ToolException(int exitCode, string message) : Exception(message)
{
    public int ExitCode => exitCode;
}
