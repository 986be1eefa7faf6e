using System.CommandLine;
using System.CommandLine.Completions;
using System.CommandLine.Help;
using ResNetGen.Tool.Verbs;
using ResNetGen.Tool.Verbs.Export;
using ResNetGen.Tool.Verbs.Runs;
using ResNetGen.Tool.Verbs.Weights;

namespace ResNetGen.Tool.CommandLine;

/// <summary>The command with all of its verbs.</summary>
internal sealed class Root : RootCommand
{
    public Root()
        : base("Designs, checks, compares, trains and exports networks of the ResNet family.")
    {
        Groups =
        [
            new("Look at networks", ListVerb.Create(), SummaryVerb.Create(), KeysVerb.Create(), ProbeVerb.Create()),
            new("Write specs", InitVerb.Create(), CheckVerb.Create(), SchemaVerb.Create()),
            new("Compare networks", DiffVerb.Create(), SnapshotVerb.Create()),
            new("Take networks elsewhere", EmitVerb.Create(), ExportVerbs.Parent()),
            new("Weights", WeightsVerbs.Parent()),
            new("Train and measure", TrainVerb.Create(), EvaluateVerb.Create(), ResponsesVerb.Create(), CompareVerb.Create(), DataVerb.Create()),
            new("This command", CompletionVerb.Create(), HelpVerb.Create()),
        ];
        foreach (var verb in Groups.SelectMany(g => g.Verbs))
            Add(verb);

        Add(NoColor);
        foreach (var help in Options.OfType<HelpOption>().ToList())
            Options.Remove(help);

        Add(new HelpOption("--help", "-h") { Description = "Show this help.", Action = new ShowHelp() });
        var suggest = Directives.OfType<SuggestDirective>().Single();
        suggest.Action = new Suggest(suggest);
        Options.OfType<VersionOption>().Single().Description = "Show the version.";
    }

    /// <summary>The verbs as the help groups them.</summary>
    public IReadOnlyList<VerbGroup> Groups { get; }

    /// <summary>Asks for plain text on a terminal, too.</summary>
    public Option<bool> NoColor { get; } = new("--no-color")
    {
        Description = "Print plain text on a terminal, too (as NO_COLOR and TERM=dumb do).",
        Recursive = true,
    };
}
