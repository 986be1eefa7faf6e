using Xunit;
using static TorchSharp.torch;

namespace ResNetGen.Runtime.Tests;

/// <summary>Every network of specs/ made for inference computes what the network computes in evaluation mode.</summary>
public sealed class InferenceTests
{
    private const int Side = 32;

    // Whole windows of what pads with nothing.
    private const int SideForTracking = 127;

    public static TheoryData<string, string> Rows
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var network in TestNetwork.All)
            {
                data.Add(network.Name, Devices.Cpu);
                data.Add(network.Name, Devices.Cuda);
            }

            return data;
        }
    }

    [Theory, MemberData(nameof(Rows))]
    public void Output_and_maps_are_those_of_evaluation(string name, string device)
    {
        var where = Devices.Get(device);
        var network = TestNetwork.Named(name);
        random.manual_seed(11);
        using var module = network.Create(where);
        InferenceCheck.Scatter(module);
        using var inference = InferenceCheck.Of(module);
        var declared = network.Input;
        var side = name.StartsWith("siam", StringComparison.Ordinal) ? SideForTracking : Math.Min(Side, declared[1]);
        using var input = randn([1, declared[0], side, side], device: where);

        var difference = InferenceCheck.Difference(module, inference, input);

        Assert.True(difference <= InferenceCheck.Tolerance, $"{name}: off by {difference:E2}");
    }
}
