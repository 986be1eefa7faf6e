using ResNetGen.Training.Data;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace ResNetGen.Training.Tests.Running;

[Collection(RunsAlone.Name)]
public sealed class StepRunnerTests
{
    [Fact]
    public void Processes_draw_each_their_own_numbers_and_each_the_same_again()
    {
        Assert.Equal(Drawn(0), Drawn(0));
        Assert.Equal(Drawn(1), Drawn(1));
        Assert.NotEqual(Drawn(0), Drawn(1));
        Assert.NotEqual(Drawn(0, step: 1), Drawn(0, step: 2));
    }

    [Fact]
    public void Before_each_measurement_all_processes_get_the_firsts_running_statistics()
    {
        using var folder = new RunningFolder();
        using var network = new Worker.TinyNet();
        using var group = new SilentGroup(0);
        var run = Runs.Train(folder.Path, Runs.Short(20), network: network, change: o => o with { Group = group });

        var measured = run.Evaluations.Select(e => e.Step).Distinct().Count();
        Assert.Equal(2, measured);
        Assert.Equal(measured, group.Broadcasts.Count(tensors => tensors == network.buffers().Count()));
    }

    private static float Drawn(int rank, long step = 1)
    {
        using var network = new DrawingNet();
        using var optimizer = optim.SGD(network.parameters(), 0.1);
        using var group = new SilentGroup(rank);
        var recipe = new Recipe { Name = "x", Length = TrainingLength.Epochs(1), LearningRate = new() };
        using var runner = new StepRunner(network, recipe, CPU, optimizer, group);
        using var batch = new Batch(zeros(2, 3, 4, 4), zeros(2, ScalarType.Int64), [0, 1]);
        var numbers = runner.Step(step, batch, 0.1, stop: false);
        numbers.All!.Dispose();
        return network.Drawn;
    }

    /// <summary>Remembers what a forward draws, as dropout would.</summary>
    private sealed class DrawingNet : nn.Module<Tensor, Tensor>
    {
        private readonly Linear _linear = nn.Linear(48, 3);

        public DrawingNet()
            : base(nameof(DrawingNet)) => register_module("linear", _linear);

        public float Drawn { get; private set; }

        public override Tensor forward(Tensor input)
        {
            Drawn = rand(1).item<float>();
            return _linear.call(input.flatten(1));
        }
    }
}
