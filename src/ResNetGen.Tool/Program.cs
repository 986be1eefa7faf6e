using System.CommandLine;
using ResNetGen.Tool;
using ResNetGen.Tool.Verbs;

var root = new RootCommand("Looks at, checks and runs specs of ResNet-family networks.")
{
    SummaryVerb.Create(),
    KeysVerb.Create(),
    ProbeVerb.Create(),
    CheckVerb.Create(),
    EmitVerb.Create(),
    SchemaVerb.Create(),
    InitVerb.Create(),
};

var parsed = root.Parse(args);
if (parsed.Errors.Count > 0)
{
    foreach (var error in parsed.Errors)
        Console.Error.WriteLine("resnetgen: " + error.Message);

    Console.Error.WriteLine("resnetgen: 'resnetgen --help' lists the verbs, 'resnetgen VERB --help' their options.");
    return ExitCode.Usage;
}

return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false }).ConfigureAwait(false);
