using System.CommandLine;
using ResNetGen.Architecture.Emission;
using ResNetGen.Architecture.Text;
using ResNetGen.Tool.CommandLine;
using ResNetGen.Tool.Reports;
using ResNetGen.Tool.Specs;

namespace ResNetGen.Tool.Verbs;

/// <summary>`resnetgen emit`: the C# that the compiler would get.</summary>
internal static class EmitVerb
{
    public static Command Create()
    {
        var (specs, output) = (CommonOptions.Specs(), CommonOptions.Output());
        var space = new Option<string>("--namespace")
        {
            Description = "The namespace of the class.",
            HelpName = "NAME",
            DefaultValueFactory = _ => "",
        };
        var command = new VerbCommand("emit", "Prints the C# that the compiler would get for a class named as the spec.")
        {
            Examples =
            [
                new("resnetgen emit resnet50", "The class of a network of the zoo."),
                new("resnetgen emit my-net.resnet.yaml --namespace Demo.Nets -o MyNet.g.cs", "Yours, as a file."),
            ],
        };
        command.Add(specs);
        command.Add(space);
        command.Add(output);
        command.SetAction(parsed => Verb.Run(() =>
        {
            var ns = parsed.GetValue(space) ?? "";
            if (ns.Length > 0 && !ns.Split('.').All(Identifiers.IsValid))
                throw new ToolException(ExitCode.Usage, $"resnetgen: '{ns}' is no namespace.");

            var loaded = SpecLoader.LoadAll(parsed.GetRequiredValue(specs), input: null);
            var sources = loaded.Select(s => CSharpEmitter.Emit(s, CSharpTarget.TopLevel(ns, s.Network.Name)));
            OutputFile.Write(string.Join('\n', sources), parsed.GetValue(output));
            return ExitCode.Fine;
        }));
        return command;
    }
}
