using System.CommandLine;
using ResNetGen.Architecture;
using ResNetGen.Export;
using ResNetGen.Tool.Reports;
using ResNetGen.Tool.Specs;

namespace ResNetGen.Tool.Verbs.Export;

/// <summary>`resnetgen export pytorch`, `svg`, `mermaid` and `dot`: a network as a text for other programs.</summary>
internal static class ExportTextVerbs
{
    public static Command[] Create() =>
    [
        Create("pytorch", "Writes a Python module that needs torch alone, with the same keys and the same function.", PyTorchSource.Write),
        Create("svg", "Draws the network as the papers do, as SVG.", NetworkPicture.Svg),
        Create("mermaid", "Draws the network as a flowchart of Mermaid, which Markdown can hold.", NetworkPicture.Mermaid),
        Create("dot", "Draws the network as a graph of Graphviz.", NetworkPicture.Dot),
    ];

    private static Command Create(string name, string description, Func<CompiledSpec, string> write)
    {
        var (spec, output, input) = (Spec(), CommonOptions.Output(), CommonOptions.Input());
        var command = new Command(name, description) { spec, output, input };
        command.SetAction(parsed => Verb.Run(() =>
        {
            var loaded = SpecLoader.LoadAll([parsed.GetRequiredValue(spec)], parsed.GetValue(input));
            OutputFile.Write(write(loaded[0]), parsed.GetValue(output));
            return ExitCode.Fine;
        }));
        return command;
    }

    private static Argument<string> Spec()
    {
        var spec = new Argument<string>("SPEC") { Description = "A spec file (.resnet.yaml)." };
        // The parser takes an option that it does not know for a file.
        spec.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(t => t.Value.StartsWith('-')))
                result.AddError($"Unknown option '{token.Value}'.");
        });
        return spec;
    }
}
