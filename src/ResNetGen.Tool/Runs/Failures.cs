using ResNetGen.Tool.Verbs;
using ResNetGen.Training;
using ResNetGen.Training.Data;
using ResNetGen.Training.Distributed;

namespace ResNetGen.Tool.Runs;

/// <summary>Runs the work of a verb that trains or measures, and turns what its library throws into a message and an exit code.</summary>
internal static class Failures
{
    public static int Run(Func<int> work) => Verb.Run(() =>
    {
        try
        {
            return work();
        }
        catch (RecipeException e)
        {
            // A place begins the line, as compilers say it.
            throw new ToolException(ExitCode.BadSpec, string.Join('\n', e.Message.Split('\n').Select(l => l.Contains(": error: ", StringComparison.Ordinal) ? l : "resnetgen: " + l)));
        }
        catch (LossNotFiniteException e)
        {
            throw new ToolException(ExitCode.Findings, "resnetgen: " + e.Message);
        }
        catch (Exception e) when (e is TrainingException or ProcessGroupException or CorruptImageException or InvalidDataException or NotSupportedException)
        {
            throw new ToolException(ExitCode.InputOutput, "resnetgen: " + e.Message);
        }
    });
}
