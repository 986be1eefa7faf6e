using System.CommandLine;
using System.Globalization;
using ResNetGen.Tool.CommandLine;
using ResNetGen.Tool.Probing;
using ResNetGen.Tool.Reports;
using ResNetGen.Tool.Specs;

namespace ResNetGen.Tool.Verbs;

/// <summary>`resnetgen probe`: runs the generated code on fixed weights and a fixed input.</summary>
internal static class ProbeVerb
{
    public static Command Create()
    {
        var (specs, format, output, input) =
            (CommonOptions.Specs(), CommonOptions.Format(Format.Json), CommonOptions.Output(), CommonOptions.Input());
        var device = new Option<string>("--device")
        {
            Description = "Where to run: cpu, cuda or cuda:N.",
            HelpName = "DEVICE",
            DefaultValueFactory = _ => "cpu",
        };
        var command = new VerbCommand("probe", "Runs the generated code with the probe's weights and input, and prints the fingerprint of the function.")
        {
            Examples =
            [
                new("resnetgen probe cifar_resnet20_B", "The root mean squares of the taps and the first outputs, as JSON."),
                new("resnetgen probe my-net.resnet.yaml --input 3x64x64 --format table", "Yours, at a smaller input, as a table."),
            ],
        };
        foreach (var option in (Option[])[format, output, input, device])
            command.Add(option);

        command.Add(specs);
        command.SetAction(parsed => Verb.Run(() =>
        {
            var loaded = SpecLoader.LoadAll(parsed.GetRequiredValue(specs), parsed.GetValue(input));
            var results = Progress.Each(loaded, s => s.Network.Name, s => Probe.Run(s, parsed.GetValue(device)!));
            var wanted = parsed.GetValue(format);
            OutputFile.Write(
                wanted == Format.Json
                    ? Json.OneOrMany(results)
                    : string.Join('\n', results.Select(r => ReportWriter.Write(ReportOf(r), wanted))),
                parsed.GetValue(output));
            return ExitCode.Fine;
        }));
        return command;
    }

    private static Report ReportOf(ProbeResult result) => new(
        result.Name,
        [("input", string.Join('x', result.Input))],
        [
            new ReportTable(["value", "#number"], [
                .. result.Rms.Select(r => new[] { "rms " + r.Key, Text(r.Value) }),
                .. result.Logits.Select((l, i) => new[] { string.Create(CultureInfo.InvariantCulture, $"logit {i}"), Text(l) }),
            ]),
        ]);

    private static string Text(double? value) => value?.ToString("E6", CultureInfo.InvariantCulture) ?? "not finite";
}
