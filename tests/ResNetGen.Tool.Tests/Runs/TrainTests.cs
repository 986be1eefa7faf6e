using System.Text.Json;
using ResNetGen.Tool.Verbs.Runs;
using ResNetGen.Training;
using ResNetGen.Training.Reports;
using Xunit;

namespace ResNetGen.Tool.Tests.Runs;

public sealed class TrainTests
{
    private const string Mine = "resnetgen train ten-classes.resnet.yaml --data synthetic:32,16 --batch-size 16 --out run";

    [Fact]
    public void The_paper_s_recipe_runs_on_files_in_CIFAR_s_format()
    {
        using var folder = new TemporaryFolder();
        Cifar.Write(Path.Combine(folder.Path, "cifar"), training: 40, test: 20);

        var result = Shell.Run(folder.Path, "resnetgen train cifar_resnet20_A --recipe cifar10 --data cifar --out runs/r20 --iterations 3 --batch-size 16 --format json");

        Assert.True(result.ExitCode == 0, result.Error);
        using var json = JsonDocument.Parse(result.Output);
        var run = json.RootElement;
        Assert.Equal(("cifar_resnet20_A", 20, 269_722, "cifar10", "completed", 3), (
            run.GetProperty("network").GetString(),
            run.GetProperty("depth").GetInt32(),
            run.GetProperty("parameters").GetInt32(),
            run.GetProperty("recipe").GetString(),
            run.GetProperty("state").GetString(),
            run.GetProperty("step").GetInt32()));
        Assert.Equal("test", run.GetProperty("part").GetString());
        Assert.Contains("recipe:\n  ", result.Error, StringComparison.Ordinal);
        Assert.Contains("  name: cifar10\n", result.Error, StringComparison.Ordinal);
        Assert.Contains("\nnetwork: cifar_resnet20_A, 20 layers\nparameters: 269,722; ", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(result.Error, c => char.IsControl(c) && c != '\n');
        var files = Directory.GetFiles(Path.Combine(folder.Path, "runs", "r20"), "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(Path.Combine(folder.Path, "runs", "r20"), f)).ToList();
        Assert.Equal(
            ["checkpoints/best.pth", "checkpoints/step-0.pth", "checkpoints/step-3.pth", "curves.svg", "evaluations.csv", "history.csv", "recipe.yaml", "run.json"],
            files.Where(f => !f.StartsWith('.') && !f.Contains("tfevents", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToArray());
        Assert.Single(files, f => f.Contains("tfevents", StringComparison.Ordinal));
    }

    [Fact]
    public void A_signal_ends_a_run_after_its_step_and_it_goes_on_to_the_same_losses()
    {
        using var folder = new ExampleFolder();
        var whole = Shell.Run(folder.Path, Mine + " --iterations 60 --checkpoint-every 50");
        Assert.True(whole.ExitCode == 0, whole.Error);
        var run = Path.Combine(folder.Path, "run");
        Directory.Move(run, Path.Combine(folder.Path, "whole"));

        var stopped = Shell.Run(
            folder.Path,
            $"set -m; {Mine} --iterations 60 --checkpoint-every 50 & while ! grep -q ^3, run/history.csv 2>/dev/null; do sleep 0.02; done; kill -TERM $!; wait $!");

        Assert.Equal(143, stopped.ExitCode);
        Assert.Contains("resnetgen: ends after this step, with a checkpoint; once more ends at once\n", stopped.Error, StringComparison.Ordinal);
        Assert.Contains("\nstopped: ", stopped.Error, StringComparison.Ordinal);
        Assert.Contains("resnetgen: interrupted\n", stopped.Error, StringComparison.Ordinal);
        var state = RunFile.Read(run)!;
        Assert.Equal("interrupted", state.State);
        Assert.InRange(state.Step, 3, 59);

        var resumed = Shell.Run(folder.Path, Mine + " --iterations 60 --checkpoint-every 50 --resume");

        Assert.True(resumed.ExitCode == 0, resumed.Error);
        Assert.Equal(Losses(Path.Combine(folder.Path, "whole")), Losses(run));
        Assert.Equal(2, Directory.GetFiles(run, "*tfevents*").Length);
    }

    [Fact]
    public void A_second_signal_ends_at_once()
    {
        using var folder = new ExampleFolder();
        var stopped = Shell.Run(
            folder.Path,
            $"set -m; {Mine} --iterations 1000000 & while ! grep -q ^3, run/history.csv 2>/dev/null; do sleep 0.02; done; kill -STOP $!; kill -INT $!; kill -TERM $!; kill -CONT $!; wait $!");

        Assert.True(stopped.ExitCode is 130 or 143, stopped.Error);
        Assert.Contains("resnetgen: interrupted\n", stopped.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Several_networks_train_by_one_recipe_and_are_compared()
    {
        using var folder = new ExampleFolder();
        File.WriteAllText(Path.Combine(folder.Path, "plain.resnet.yaml"), "extends: ten-classes.resnet.yaml\nshortcut: none\n");

        var result = Shell.Run(folder.Path, "resnetgen train plain.resnet.yaml ten-classes.resnet.yaml --data synthetic:32,16 --batch-size 16 --iterations 2 --out runs/both --format csv");

        Assert.True(result.ExitCode == 0, result.Error);
        var rows = result.Output.TrimEnd('\n').Split('\n').Select(l => l.Split(',')).ToList();
        Assert.Equal(["name", "plain", "ten_classes"], rows.Select(r => r[0]).ToArray());
        Assert.Equal(result.Output, Shell.Run(folder.Path, "resnetgen compare runs/both/plain runs/both/ten_classes --format csv").Output);
        Assert.Equal(result.Output, File.ReadAllText(Path.Combine(folder.Path, "runs", "both", "comparison.csv")));
        Assert.Contains("plain", File.ReadAllText(Path.Combine(folder.Path, "runs", "both", "curves.svg")), StringComparison.Ordinal);
    }

    [Fact]
    public void Processes_of_a_launcher_train_one_run_and_the_first_tells()
    {
        using var folder = new ExampleFolder();
        using var free = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        free.Start();
        var port = ((System.Net.IPEndPoint)free.LocalEndpoint).Port;
        free.Stop();

        var result = Shell.Run(
            folder.Path,
            $"export WORLD_SIZE=2 MASTER_ADDR=127.0.0.1 MASTER_PORT={port}; RANK=1 {Mine} --iterations 3 > other 2>&1 & RANK=0 {Mine} --iterations 3 --format json; first=$?; wait $! && exit $first");

        Assert.True(result.ExitCode == 0, result.Error + File.ReadAllText(Path.Combine(folder.Path, "other")));
        Assert.Contains("device: cpu, 2 processes\n", result.Error, StringComparison.Ordinal);
        Assert.Contains("\"state\": \"completed\"", result.Output, StringComparison.Ordinal);
        Assert.Equal("", File.ReadAllText(Path.Combine(folder.Path, "other")));
        Assert.Equal(3, Losses(Path.Combine(folder.Path, "run")).Count);
    }

    [Fact]
    public void Blocks_that_are_computed_again_learn_the_same_unless_they_draw()
    {
        using var folder = new ExampleFolder();
        File.WriteAllText(Path.Combine(folder.Path, "drawing.resnet.yaml"), "extends: ten-classes.resnet.yaml\nname: drawing\nstochastic_depth: 0.5\n");
        foreach (var spec in new[] { "ten-classes", "drawing" })
        {
            foreach (var (name, more) in new[] { ("plain", ""), ("again", " --recompute") })
            {
                var result = Shell.Run(folder.Path, $"resnetgen train {spec}.resnet.yaml --data synthetic:32,16 --batch-size 16 --iterations 3 --out {spec}-{name}{more}");
                Assert.True(result.ExitCode == 0, result.Error);
            }
        }

        Assert.Equal(Losses(Path.Combine(folder.Path, "ten-classes-plain")), Losses(Path.Combine(folder.Path, "ten-classes-again")));
        // Its chances come from seeds of each block's own then.
        Assert.NotEqual(Losses(Path.Combine(folder.Path, "drawing-plain"))[0], Losses(Path.Combine(folder.Path, "drawing-again"))[0]);
    }

    [Fact]
    public void A_network_starts_from_weights_and_a_new_head()
    {
        using var folder = new ExampleFolder();

        var whole = Shell.Run(folder.Path, Mine + " --iterations 1 --weights a.safetensors");
        var lacking = Shell.Run(folder.Path, Mine + "2 --iterations 1 --weights my-net.safetensors");
        var headless = Shell.Run(folder.Path, Mine + "3 --iterations 1 --weights my-net.safetensors --new-head");

        Assert.True(whole.ExitCode == 0, whole.Error);
        Assert.Equal(4, lacking.ExitCode);
        Assert.Contains("fc.weight", lacking.Error, StringComparison.Ordinal);
        Assert.True(headless.ExitCode == 0, headless.Error);
        Assert.Contains("initialization: keep", File.ReadAllText(Path.Combine(folder.Path, "run3", "recipe.yaml")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_loss_that_is_no_number_ends_with_the_step_and_the_last_checkpoint()
    {
        using var folder = new ExampleFolder();
        File.WriteAllText(Path.Combine(folder.Path, "wild.recipe.yaml"), "extends: synthetic\noptimizer: { weight_decay: 0.9 }\nlearning_rate: { base: 1000 }\n");

        var result = Shell.Run(folder.Path, Mine + " --recipe wild.recipe.yaml --iterations 50");

        Assert.Equal((1, ""), (result.ExitCode, result.Output));
        Assert.Matches(@"\nresnetgen: [^\n]*step \d+[^\n]*\n$", result.Error);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--recipe wrong.recipe.yaml", 3, @"^wrong\.recipe\.yaml\(2,13\): error: ")]
    [InlineData("--recipe cifar100", 3, @"^resnetgen: there is no recipe 'cifar100'; did you mean 'cifar10'\?")]
    [InlineData("--data nowhere", 5, "^resnetgen: [^\n]*nowhere")]
    [InlineData("--data synthetic:1", 2, "^resnetgen: 'synthetic:1' should be")]
    [InlineData("--device tpu", 2, "^resnetgen: '--device tpu' is none of cpu, cuda, cuda:N\n")]
    [InlineData("--epochs 3 --iterations 4", 2, "^resnetgen: '--iterations' and '--epochs' both say how long: one of them.\n")]
    [InlineData("--new-head", 2, "^resnetgen: '--new-head' goes with '--weights'.\n")]
    [InlineData("--batch-size 0", 2, "^resnetgen: '--batch-size' takes a number from 1 to 1000000.\n")]
    [InlineData("my-net.resnet.yaml", 3, "^resnetgen: my_net tells 4 classes, but [^\n]* has 10: the spec needs 'head: { classes: 10 }'\n")]
    [InlineData("./ten-classes.resnet.yaml", 2, "^resnetgen: 2 networks are called ten_classes: each needs a folder of its name\n")]
    [InlineData("resnet101_faster_rcnn", 3, "^resnetgen: 'resnet101_faster_rcnn' has no head: ")]
    public void What_is_wrong_is_said_before_anything_is_written(string options, int code, string message)
    {
        using var folder = new ExampleFolder();
        File.WriteAllText(Path.Combine(folder.Path, "wrong.recipe.yaml"), "extends: synthetic\nbatch_size: many\n");

        var result = Shell.Run(folder.Path, "resnetgen train ten-classes.resnet.yaml --out new " + options);

        Assert.Equal((code, ""), (result.ExitCode, result.Output));
        Assert.Matches(message, result.Error);
        Assert.False(Directory.Exists(Path.Combine(folder.Path, "new")));
    }

    [Fact]
    public void A_folder_that_holds_a_run_is_refused()
    {
        using var folder = new ExampleFolder();
        Assert.Equal(0, Shell.Run(folder.Path, Mine + " --iterations 1").ExitCode);

        var again = Shell.Run(folder.Path, Mine + " --iterations 1");

        Assert.Equal((5, ""), (again.ExitCode, again.Output));
        Assert.StartsWith("resnetgen: ", again.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_recipe_beside_a_spec_is_its_recipe()
    {
        using var folder = new ExampleFolder();
        File.WriteAllText(Path.Combine(folder.Path, "ten-classes.recipe.yaml"), "name: beside\nextends: synthetic\nlength: 1 iteration\n");

        var result = Shell.Run(folder.Path, Mine);

        Assert.True(result.ExitCode == 0, result.Error);
        Assert.Equal("beside", RunFile.Read(Path.Combine(folder.Path, "run"))!.Recipe);
    }

    [Fact]
    public void A_terminal_gets_a_line_that_changes_and_the_pipe_of_results_none_of_it()
    {
        using var folder = new ExampleFolder();

        var shown = Shell.InTerminal(folder.Path, 100, Mine + " --iterations 3 > result.txt");

        Assert.Contains("\r\e[K", shown.Output, StringComparison.Ordinal);
        Assert.Contains("100 %", shown.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\e', File.ReadAllText(Path.Combine(folder.Path, "result.txt")));
        Assert.DoesNotContain("\e[?25l", shown.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_command_knows_the_library_s_recipes() =>
        Assert.Equal(Recipes.BuiltIn.Select(r => r.Name).Order(StringComparer.Ordinal).ToArray(), RunOptions.BuiltInRecipes.ToArray());

    private static List<float> Losses(string folder) => [.. HistoryFile.Read(folder).Select(s => s.Loss)];
}
