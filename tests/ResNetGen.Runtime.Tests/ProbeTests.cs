using ResNetGen.Tool.Probing;
using Xunit;
using static TorchSharp.torch;

namespace ResNetGen.Runtime.Tests;

/// <summary>The generated code computes the published function: the probe of each network's truth row.</summary>
public sealed class ProbeTests
{
    private const double Tolerance = 1e-3;

    public static TheoryData<string, string> Networks
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var network in TestNetwork.All.Where(n => TruthTable.Number(n.Name, "probe_rms_out") is not null))
            {
                data.Add(network.Name, Devices.Cpu);
                data.Add(network.Name, Devices.Cuda);
            }

            return data;
        }
    }

    [Theory, MemberData(nameof(Networks))]
    public void Function_is_the_published_one(string name, string device)
    {
        var where = Devices.Get(device);
        var network = TestNetwork.Named(name);
        using var noGrad = no_grad();
        using var module = network.Create(where);
        ProbeTensors.Fill(module);
        using var input = ProbeTensors.Input(network.InputShape(1), where);

        network.Features(module, input, (tap, map) => Close(name, "probe_rms_" + tap.ToLowerInvariant(), ProbeTensors.RootMeanSquare(ProbeTensors.Numbers(map)), relativeTo: null));

        using var logits = module.call(input);
        var outputs = ProbeTensors.Numbers(logits);
        var scale = TruthTable.Number(name, "probe_rms_out");
        Close(name, "probe_rms_out", ProbeTensors.RootMeanSquare(outputs), relativeTo: null);
        for (var i = 0; i < 3; i++)
            Close(name, "probe_logit" + i, outputs[i], scale);
    }

    private static void Close(string name, string column, double actual, double? relativeTo)
    {
        var expected = TruthTable.Number(name, column);
        Assert.NotNull(expected);
        var error = Math.Abs(actual - expected.Value) / Math.Abs(relativeTo ?? expected.Value);
        Assert.True(error <= Tolerance, $"{name}, {column}: {actual:E6}, expected {expected:E6}, relative error {error:E2}");
    }
}
