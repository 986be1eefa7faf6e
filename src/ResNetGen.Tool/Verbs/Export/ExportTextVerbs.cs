using System.CommandLine;
using ResNetGen.Architecture;
using ResNetGen.Export;
using ResNetGen.Tool.CommandLine;
using ResNetGen.Tool.Reports;
using ResNetGen.Tool.Specs;

namespace ResNetGen.Tool.Verbs.Export;

/// <summary>`resnetgen export pytorch`, `svg`, `mermaid` and `dot`: a network as a text for other programs.</summary>
internal static class ExportTextVerbs
{
    public static Command[] Create() =>
    [
        Create("pytorch", "py", "Writes a Python module that needs torch alone, with the same keys and the same function.", "For a PyTorch cluster; its state dict comes back by LoadWeights.", PyTorchSource.Write),
        Create("svg", "svg", "Draws the network as the papers do, as SVG.", "A picture for a page or a slide.", NetworkPicture.Svg),
        Create("mermaid", "mmd", "Draws the network as a flowchart of Mermaid, which Markdown can hold.", "A flowchart for a README.", NetworkPicture.Mermaid),
        Create("dot", "dot", "Draws the network as a graph of Graphviz.", "A graph for Graphviz: dot -Tsvg my-net.dot.", NetworkPicture.Dot),
    ];

    private static Command Create(string name, string ending, string description, string use, Func<CompiledSpec, string> write)
    {
        var (spec, output, input) = (CommonOptions.Spec(), CommonOptions.Output(), CommonOptions.Input());
        var command = new VerbCommand(name, description)
        {
            Examples = [new($"resnetgen export {name} my-net.resnet.yaml -o my-net.{ending}", use), new($"resnetgen export {name} resnet50", "A network of the zoo, to standard output.")],
        };
        command.Add(spec);
        command.Add(output);
        command.Add(input);
        command.SetAction(parsed => Verb.Run(() =>
        {
            var loaded = SpecLoader.LoadAll([parsed.GetRequiredValue(spec)], parsed.GetValue(input));
            OutputFile.Write(write(loaded[0]), parsed.GetValue(output));
            return ExitCode.Fine;
        }));
        return command;
    }
}
