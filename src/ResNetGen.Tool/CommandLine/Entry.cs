using System.CommandLine;
using ResNetGen.Tool.Reports;
using ResNetGen.Tool.Verbs;

namespace ResNetGen.Tool.CommandLine;

/// <summary>The command, from its arguments to its exit code.</summary>
internal static class Entry
{
    public static int Run(string[] arguments)
    {
        using var signals = Interruption.Watch();
        return Verb.Run(() =>
        {
            var root = new Root();
            var parsed = root.Parse(arguments);
            if (parsed.Errors.Count > 0)
                return UsageErrors.Tell(parsed);

            Terminal.Configure(parsed.GetValue(root.NoColor), CommonOptions.WritesFile(parsed));
            // What goes wrong is told by Verb.Run, and signals are ours.
            return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
        });
    }
}
