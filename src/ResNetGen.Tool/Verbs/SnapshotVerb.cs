using System.CommandLine;
using ResNetGen.Architecture.Specs;
using ResNetGen.Tool.CommandLine;
using ResNetGen.Tool.Locks;
using ResNetGen.Tool.Reports;
using ResNetGen.Tool.Specs;

namespace ResNetGen.Tool.Verbs;

/// <summary>`resnetgen snapshot`: locks what specs give, and checks that they still give it.</summary>
internal static class SnapshotVerb
{
    public static Command Create()
    {
        var specs = CommonOptions.Specs();
        var check = new Option<bool>("--check") { Description = "Write nothing: exit 1 where a spec gives something else than is locked, or has no lock." };
        var command = new VerbCommand("snapshot", "Writes NAME.resnet.lock beside each spec: its shapes, costs and keys, for reviews and for builds to compare.")
        {
            Examples =
            [
                new("resnetgen snapshot my-net.resnet.yaml", "Locks what the spec gives, or accepts what it gives now."),
                new("resnetgen snapshot --check my-net.resnet.yaml", "Tells whether it still gives what is locked."),
            ],
            ExitCodes = [ExitCode.Fine, ExitCode.Findings, ExitCode.Usage, ExitCode.BadSpec, ExitCode.InputOutput],
        };
        command.Add(specs);
        command.Add(check);
        command.SetAction(parsed => Verb.Run(() =>
        {
            var paths = parsed.GetRequiredValue(specs);
            if (Array.Find(paths, p => !p.EndsWith(SpecDocument.Extension, StringComparison.OrdinalIgnoreCase)) is { } other)
                throw new ToolException(ExitCode.Usage, $"resnetgen: '{other}' is no {SpecDocument.Extension} file: only those have locks.");

            var loaded = SpecLoader.LoadAll(paths, input: null);
            if (parsed.GetValue(check))
                return Check([.. paths.Zip(loaded, LockFile.Compare)]);

            foreach (var (path, spec) in paths.Zip(loaded))
                Console.Error.WriteLine(LockFile.Write(path, spec));

            return ExitCode.Fine;
        }));
        return command;
    }

    private static int Check(List<LockFile> files)
    {
        var bad = files.FindAll(f => f.Problems.Count > 0);
        OutputFile.Write(string.Concat(bad.SelectMany(f => f.Problems).Select(p => p + "\n")), path: null);
        if (bad.Count == 0)
            return ExitCode.Fine;

        Console.Error.WriteLine(
            $"resnetgen: {bad.Count} of {files.Count} {(files.Count == 1 ? "spec is" : "specs are")} not as locked. To accept: resnetgen snapshot {string.Join(' ', bad.Select(f => f.Spec))}");
        return ExitCode.Findings;
    }
}
