using System.Globalization;
using TorchSharp.Modules;
using Xunit;
using static TorchSharp.torch;

namespace ResNetGen.Oracle.Tests;

/// <summary>The generated classes against torchvision's networks on Python's torch.</summary>
public sealed class OracleTests
{
    private const int Steps = 2;

    public static TheoryData<string> EveryNetwork => [.. Networks.Names];

    [Fact]
    public void Both_sides_run_the_same_libtorch_with_as_many_threads()
    {
        var run = File.ReadAllLines(OracleFolder.Path("run.txt")).Select(l => l.Split(' ')).ToDictionary(f => f[0], f => f[1], StringComparer.Ordinal);
        OracleFolder.Report($"libtorch {__version__} here, torch {run["torch"]} and torchvision {run["torchvision"]} there; {run["threads"]} threads");

        // Debian calls 1.13.0 "1.13.0a0".
        Assert.StartsWith(__version__, run["torch"], StringComparison.Ordinal);
        Assert.Equal(int.Parse(run["threads"], CultureInfo.InvariantCulture), get_num_threads());
    }

    [Theory, MemberData(nameof(EveryNetwork))]
    public void Same_seed_gives_the_same_first_weights(string name)
    {
        using var expected = TensorsFile.Read(OracleFolder.Path($"{name}.seeded"));
        manual_seed(0);
        using var network = Networks.Create(name);

        var comparison = new Comparison($"{name}, new after manual_seed(0), state dict");
        comparison.AddState(network.state_dict(), expected.Tensors);
        comparison.Conclude();
    }

    [Theory, MemberData(nameof(EveryNetwork))]
    public void Same_weights_and_input_give_the_same_logits(string name)
    {
        using var file = TensorsFile.Read(OracleFolder.Path($"{name}.eval"));
        using var network = Networks.Load(name);
        network.eval();
        using var noGrad = no_grad();

        foreach (var side in new[] { 64, 224 })
        {
            using var logits = network.call(file[$"x{side}"]);
            var comparison = new Comparison($"{name}, eval, 2x3x{side}x{side}, logits");
            comparison.Add("logits", logits, file[$"y{side}"]);
            comparison.Conclude();
        }
    }

    [Theory, MemberData(nameof(EveryNetwork))]
    public void Same_steps_of_SGD_give_the_same_losses_and_weights(string name)
    {
        using var batch = TensorsFile.Read(OracleFolder.Path($"{name}.batch"));
        using var network = Networks.Load(name);
        network.train();
        using var optimizer = optim.SGD(network.parameters(), 0.05, momentum: 0.9, weight_decay: 1e-4);

        for (var number = 1; number <= Steps; number++)
        {
            using var expected = TensorsFile.Read(OracleFolder.Path($"{name}.step{number}"));
            optimizer.zero_grad();
            using var logits = network.call(batch["x"]);
            using var loss = nn.functional.cross_entropy(logits, batch["target"]);
            loss.backward();
            optimizer.step();

            var outputs = new Comparison($"{name}, step {number} of SGD, logits and loss");
            outputs.Add("logits", logits, expected["logits"]);
            outputs.Add("loss", loss, expected["loss"]);
            outputs.Conclude();

            var state = new Comparison($"{name}, step {number} of SGD, state dict after it");
            state.AddState(network.state_dict(), State(expected));
            state.Conclude();
        }
    }

    [Theory, MemberData(nameof(EveryNetwork))]
    public void Torchvision_loads_our_weights_and_gives_our_logits(string name)
    {
        manual_seed(3);
        using var network = Networks.Create(name);
        using var noGrad = no_grad();
        RandomiseNorms(network);
        network.eval();
        using var input = randn(2, 3, 64, 64);
        using var logits = network.call(input);
        TensorsFile.Write(
            OracleFolder.NewPath($"{name}.ours"),
            [.. network.state_dict().Select(e => ("state." + e.Key, e.Value)), ("x", input), ("y", logits)]);

        var finding = Python.Run("check.py", OracleFolder.Root, name);

        OracleFolder.Report($"{name}, our weights loaded by torchvision, eval, logits: {(finding == "equal to the bit" ? finding : "relative difference " + finding)}");
        Assert.True(finding == "equal to the bit" || double.Parse(finding, CultureInfo.InvariantCulture) <= Comparison.Tolerance, finding);
    }

    private static Dictionary<string, Tensor> State(TensorsFile file)
    {
        const string prefix = "state.";
        return file.Tensors.Where(e => e.Key.StartsWith(prefix, StringComparison.Ordinal)).ToDictionary(e => e.Key[prefix.Length..], e => e.Value, StringComparer.Ordinal);
    }

    private static void RandomiseNorms(nn.Module network)
    {
        foreach (var norm in network.modules().OfType<BatchNorm2d>())
        {
            nn.init.uniform_(norm.weight!, 0.5, 1.5);
            nn.init.normal_(norm.bias!, 0, 0.1);
            nn.init.normal_(norm.running_mean!, 0, 0.1);
            nn.init.uniform_(norm.running_var!, 0.5, 1.5);
        }
    }
}
