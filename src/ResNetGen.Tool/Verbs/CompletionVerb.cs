using System.CommandLine;
using ResNetGen.Tool.CommandLine;
using ResNetGen.Tool.Reports;

namespace ResNetGen.Tool.Verbs;

/// <summary>`resnetgen completion`: what a shell needs to complete lines.</summary>
internal static class CompletionVerb
{
    private const string Resources = "Completion/resnetgen.";

    private static readonly string[] Shells = ["bash", "fish", "pwsh", "zsh"];

    public static Command Create()
    {
        var output = CommonOptions.Output();
        var shell = CommonOptions.Word("SHELL", "The shell", Shells);
        var command = new VerbCommand("completion", "Prints a script by which a shell completes verbs, options, words, names of the zoo and spec files.")
        {
            Examples =
            [
                new("eval \"$(resnetgen completion bash)\"", "For this session of bash; the line may stand in ~/.bashrc."),
                new("resnetgen completion fish -o resnetgen.fish", "A file for ~/.config/fish/completions."),
            ],
            ExitCodes = [ExitCode.Fine, ExitCode.Usage, ExitCode.InputOutput],
        };
        command.Add(shell);
        command.Add(output);
        command.SetAction(parsed => Verb.Run(() =>
        {
            using var script = new StreamReader(typeof(CompletionVerb).Assembly.GetManifestResourceStream(Resources + parsed.GetRequiredValue(shell))!);
            OutputFile.Write(script.ReadToEnd(), parsed.GetValue(output));
            return ExitCode.Fine;
        }));
        return command;
    }
}
