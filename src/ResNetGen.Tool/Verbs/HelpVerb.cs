using System.CommandLine;
using ResNetGen.Tool.CommandLine;

namespace ResNetGen.Tool.Verbs;

/// <summary>`resnetgen help`: the same as `--help`.</summary>
internal static class HelpVerb
{
    public static Command Create()
    {
        var path = CommonOptions.WithoutOptions(new Argument<string[]>("VERB")
        {
            Description = "The verb, such as 'summary' or 'weights inspect'; none for the list of verbs.",
            Arity = ArgumentArity.ZeroOrMore,
        });
        path.CompletionSources.Add(context => VerbPath.Leaves(context.ParseResult.RootCommandResult.Command).Select(c => VerbPath.Of(c).Split(' ')[0]).Distinct(StringComparer.Ordinal));
        var command = new VerbCommand("help", "Tells how a verb is used.")
        {
            Examples = [new("resnetgen help", "The verbs."), new("resnetgen help weights convert", "One of them.")],
            ExitCodes = [ExitCode.Fine, ExitCode.Usage],
        };
        command.Add(path);
        command.SetAction(parsed => Verb.Run(() =>
        {
            var verb = parsed.RootCommandResult.Command;
            foreach (var word in parsed.GetValue(path) ?? [])
            {
                verb = verb.Subcommands.FirstOrDefault(c => c.Name == word)
                    ?? throw new ToolException(ExitCode.Usage, "resnetgen: " + UsageErrors.UnknownVerb(verb, word));
            }

            HelpText.Write(verb, parsed.InvocationConfiguration.Output);
            return ExitCode.Fine;
        }));
        return command;
    }
}
