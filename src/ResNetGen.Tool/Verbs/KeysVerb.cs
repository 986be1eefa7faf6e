using System.CommandLine;
using ResNetGen.Architecture;
using ResNetGen.Tool.CommandLine;
using ResNetGen.Tool.Reports;
using ResNetGen.Tool.Specs;

namespace ResNetGen.Tool.Verbs;

/// <summary>`resnetgen keys`: the state dict.</summary>
internal static class KeysVerb
{
    public static Command Create()
    {
        var (specs, format, output) = (CommonOptions.Specs(), CommonOptions.Format(Format.Table), CommonOptions.Output());
        var command = new VerbCommand("keys", "Prints the state dict, one key:shape per line, in PyTorch's order.")
        {
            Examples =
            [
                new("resnetgen keys resnet50", "One key:shape per line."),
                new("resnetgen keys my-net.resnet.yaml --format csv", "With what is a parameter and what a buffer."),
            ],
        };
        command.Add(specs);
        command.Add(format);
        command.Add(output);
        command.SetAction(parsed => Verb.Run(() =>
        {
            var loaded = SpecLoader.LoadAll(parsed.GetRequiredValue(specs), input: null);
            var wanted = parsed.GetValue(format);
            OutputFile.Write(
                wanted switch
                {
                    Format.Json => Json.OneOrMany(loaded.ConvertAll(KeysJson.Of)),
                    Format.Table => string.Join('\n', loaded.Select(Lines)),
                    _ => string.Join('\n', loaded.Select(s => ReportWriter.Write(ReportOf(s), wanted))),
                },
                parsed.GetValue(output));
            return ExitCode.Fine;
        }));
        return command;
    }

    private static string Lines(CompiledSpec spec) =>
        string.Concat(spec.Analysis.State.Select(e => $"{e.Key}:{string.Join(',', e.Shape)}\n"));

    private static Report ReportOf(CompiledSpec spec) => new(
        spec.Network.Name,
        [],
        [
            new ReportTable(
                ["key", "shape", "kind"],
                [.. spec.Analysis.State.Select(e => new[] { e.Key, string.Join(',', e.Shape), e.IsBuffer ? "buffer" : "parameter" })]),
        ]);

    private sealed record KeysJson(string Name, IReadOnlyList<KeyJson> Keys)
    {
        public static KeysJson Of(CompiledSpec spec) =>
            new(spec.Network.Name, [.. spec.Analysis.State.Select(e => new KeyJson(e.Key, [.. e.Shape], e.IsBuffer))]);
    }

    private sealed record KeyJson(string Key, int[] Shape, bool Buffer);
}
