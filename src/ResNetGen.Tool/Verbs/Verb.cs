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
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine("resnetgen: " + e.Message);
            return ExitCode.InputOutput;
        }
    }
}
