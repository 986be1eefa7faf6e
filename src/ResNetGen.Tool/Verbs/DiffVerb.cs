using System.CommandLine;
using ResNetGen.Architecture;
using ResNetGen.Architecture.Comparison;
using ResNetGen.Architecture.Diagnostics;
using ResNetGen.Tool.CommandLine;
using ResNetGen.Tool.Diffs;
using ResNetGen.Tool.Reports;
using ResNetGen.Tool.Specs;

namespace ResNetGen.Tool.Verbs;

/// <summary>`resnetgen diff`: what differs, by meaning.</summary>
internal static class DiffVerb
{
    public static Command Create()
    {
        var (old, now) = (Side("A", "The old spec"), Side("B", "The new spec"));
        var (format, output) = (CommonOptions.Format(Format.Table), CommonOptions.Output());
        var place = new Option<string?>("--stdin-path")
        {
            Description = "Where the spec on standard input would lie: what it extends is relative to it. Else it lies beside the other.",
            HelpName = "PATH",
        };
        var key = new Option<string?>("--key") { Description = "Where the state dict lies in a PyTorch checkpoint that holds other things too.", HelpName = "KEY" };
        var command = new VerbCommand("diff", "Prints what differs between two specs, or a spec and a file of weights; exits 0 where nothing does, 1 where something does.")
        {
            Examples =
            [
                new("resnetgen diff resnet50 resnet50d", "What the ResNet-D tricks change: layers, shapes, costs, keys.", ExitCode.Findings),
                new("resnetgen diff resnet50 my-net.resnet.yaml --format md", "For a review.", ExitCode.Findings),
            ],
            ExitCodes = [ExitCode.Fine, ExitCode.Findings, ExitCode.Usage, ExitCode.BadSpec, ExitCode.BadWeights, ExitCode.InputOutput],
        };
        command.Add(old);
        command.Add(now);
        foreach (var option in new Option[] { place, key, format, output })
            command.Add(option);

        command.Validators.Add(result => Refuse(result, old, now, format));
        command.SetAction(parsed => Verb.Run(() =>
        {
            var (a, b) = (parsed.GetRequiredValue(old), parsed.GetRequiredValue(now));
            var wanted = parsed.GetValue(format);
            var (text, isSame) = ComparedWeights.Is(a) || ComparedWeights.Is(b)
                ? WithWeights(a, b, parsed.GetValue(place), parsed.GetValue(key), wanted)
                : OfSpecs(a, b, parsed.GetValue(place), wanted);
            OutputFile.Write(text, parsed.GetValue(output));
            return isSame ? ExitCode.Fine : ExitCode.Findings;
        }));
        return command;
    }

    private static Argument<string> Side(string name, string description)
    {
        var side = CommonOptions.WithoutOptions(new Argument<string>(name)
        {
            Description = description + ", '-' for standard input; a .pth, .safetensors or .dat file in the place of one.",
        });
        side.CompletionSources.Add(context => SpecCompletion.Of(context.WordToComplete));
        return side;
    }

    private static void Refuse(System.CommandLine.Parsing.CommandResult result, Argument<string> old, Argument<string> now, Option<Format> format)
    {
        var (a, b) = (result.GetValue(old), result.GetValue(now));
        if (a == ComparedSpec.StandardInput && b == ComparedSpec.StandardInput)
            result.AddError("'-' can stand for one side alone.");
        if (a is not null && b is not null && ComparedWeights.Is(a) && ComparedWeights.Is(b))
            result.AddError("one of the two must be a spec: 'resnetgen weights inspect' looks at files of weights.");
        if (result.GetValue(format) == Format.Csv)
            result.AddError("'diff' prints no csv: table, md or json.");
    }

    private static (string Text, bool IsSame) OfSpecs(string a, string b, string? place, Format format)
    {
        var diff = LoadBoth(a, b, place);
        return (format == Format.Json ? Json.Write(DiffJson.Of(diff)) : Print(DiffText.Headline(diff), DiffText.Sections(diff), format), diff.IsSame);
    }

    private static NetworkDiff LoadBoth(string a, string b, string? place)
    {
        var findings = new Findings();
        var (old, now) = (ComparedSpec.Load(a, b, place, findings), ComparedSpec.Load(b, a, place, findings));
        Tell(findings);
        return NetworkComparer.Compare(old!, now!);
    }

    private static (string Text, bool IsSame) WithWeights(string a, string b, string? place, string? key, Format format)
    {
        var (side, file) = ComparedWeights.Is(a) ? (b, a) : (a, b);
        var findings = new Findings();
        var spec = ComparedSpec.Load(side, file, place, findings);
        Tell(findings);
        return WithWeights(spec!, file, key, format);
    }

    private static (string Text, bool IsSame) WithWeights(CompiledSpec spec, string file, string? key, Format format)
    {
        var (name, called) = (spec.Network.Name, Path.GetFileName(file));
        var diff = CheckpointDiff.Compare(spec.Analysis.State, ComparedWeights.List(file, key));
        var text = format == Format.Json
            ? Json.Write(CheckpointDiffJson.Of(name, called, diff))
            : Print(CheckpointDiffText.Headline(name, called, diff, spec.Analysis.State.Count), CheckpointDiffText.Sections(diff), format);
        return (text, diff.IsSame);
    }

    private static string Print(string headline, IReadOnlyList<DiffSection> sections, Format format) =>
        format == Format.Md ? DiffWriter.Markdown(headline, sections) : DiffWriter.Text(headline, sections);

    // A side that has errors cannot be compared.
    private static void Tell(Findings findings)
    {
        var found = findings.ToArray();
        if (findings.HasErrors)
            throw new ToolException(ExitCode.BadSpec, string.Join('\n', found.Where(f => f.Rule.Severity == Severity.Error)));

        foreach (var warning in found)
            Console.Error.WriteLine(warning);
    }
}
