using System.CommandLine;
using System.CommandLine.Invocation;

namespace ResNetGen.Tool.CommandLine;

/// <summary>What `--help` does, for every verb.</summary>
internal sealed class ShowHelp : SynchronousCommandLineAction
{
    /// <summary>Who asks for help may have left out the rest.</summary>
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        HelpText.Write(parseResult.CommandResult.Command, parseResult.InvocationConfiguration.Output);
        return ExitCode.Fine;
    }
}
