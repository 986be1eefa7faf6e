using System.Runtime.InteropServices;

namespace ResNetGen.Tool.Verbs;

/// <summary>Runs a verb's work and turns what goes wrong into a message and an exit code.</summary>
internal static class Verb
{
    public static int Run(Func<int> work)
    {
        try
        {
            return work();
        }
        catch (ToolException e)
        {
            Console.Error.WriteLine(e.Message);
            return e.ExitCode;
        }
        catch (Exception e) when (Expected(e) is { } cause)
        {
            Console.Error.WriteLine("resnetgen: " + cause.Message);
            return ExitCode.InputOutput;
        }
    }

    // The backend is loaded by static constructors and run by reflection: both wrap what they throw.
    private static Exception? Expected(Exception e)
    {
        for (var cause = e; cause is not null; cause = cause.InnerException)
        {
            if (cause is IOException or UnauthorizedAccessException or DllNotFoundException or ExternalException)
                return cause;
        }

        return null;
    }
}
