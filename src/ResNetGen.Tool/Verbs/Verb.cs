using System.Runtime.InteropServices;
using ResNetGen.Tool.CommandLine;
using ResNetGen.Weights;

namespace ResNetGen.Tool.Verbs;

/// <summary>Runs a verb's work and turns what goes wrong into a message and an exit code.</summary>
internal static class Verb
{
    /// <summary>The environment variable that asks for the trace of a defect.</summary>
    public const string TraceVariable = "RESNETGEN_TRACE";

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
        catch (Exception e) when (Find<OperationCanceledException>(e) is not null && Interruption.Token.IsCancellationRequested)
        {
            Console.Error.WriteLine(Interruption.Message);
            return Interruption.Code;
        }
        catch (Exception e) when (Find<CheckpointException>(e) is { } refused)
        {
            Console.Error.WriteLine("resnetgen: " + refused.Message);
            return ExitCode.BadWeights;
        }
        catch (Exception e) when (Expected(e) is { } cause)
        {
            Console.Error.WriteLine("resnetgen: " + cause.Message);
            return ExitCode.InputOutput;
        }
        catch (Exception e)
        {
            Console.Error.WriteLine($"resnetgen: {e.GetType().Name}: {OneLine(e.Message)}");
            Console.Error.WriteLine($"resnetgen: this is a defect of resnetgen: please report it with the command line and the files; {TraceVariable}=1 prints where it happened.");
            if (Environment.GetEnvironmentVariable(TraceVariable) == "1")
                Console.Error.WriteLine(e);

            return ExitCode.Defect;
        }
    }

    // The backend is loaded by static constructors and run by reflection: both wrap what they throw.
    private static Exception? Expected(Exception e) =>
        Causes(e).FirstOrDefault(c => c is IOException or UnauthorizedAccessException or DllNotFoundException or ExternalException);

    private static T? Find<T>(Exception e)
        where T : Exception => Causes(e).OfType<T>().FirstOrDefault();

    private static IEnumerable<Exception> Causes(Exception e)
    {
        for (var cause = e; cause is not null; cause = cause.InnerException)
            yield return cause;
    }

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
