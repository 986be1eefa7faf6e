using System.CommandLine;
using System.CommandLine.Completions;
using ResNetGen.Tool.Specs;

namespace ResNetGen.Tool.Verbs.Runs;

/// <summary>The arguments of verbs that take networks with their weights.</summary>
internal static class CheckpointArguments
{
    public static Argument<string> First()
    {
        var first = CommonOptions.WithoutOptions(new Argument<string>("SPEC") { Description = "A spec file or a name of the zoo; or SPEC=CHECKPOINT, for networks of several specs." });
        first.CompletionSources.Add(context => SpecCompletion.Of(context.WordToComplete).Select(name => new CompletionItem(name)));
        return first;
    }

    public static Argument<string[]> More() => CommonOptions.WithoutOptions(new Argument<string[]>("CHECKPOINT")
    {
        Description = "Checkpoints of the network, or folders of its runs (the best checkpoint); or more of SPEC=CHECKPOINT.",
        Arity = ArgumentArity.ZeroOrMore,
    });
}
