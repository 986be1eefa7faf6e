using ResNetGen.Training.Data;
using ResNetGen.Training.Distributed;
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

    /// <summary>A group of two processes of which the other one gives nothing.</summary>
    private sealed class SilentGroup(int rank) : IProcessGroup, IGradientReduction
    {
        public int Rank => rank;

        public int WorldSize => 2;

        public void Broadcast(IReadOnlyList<Tensor> tensors)
        {
        }

        public void Sum(Tensor tensor)
        {
        }

        public void Barrier()
        {
        }

        public IGradientReduction ReduceGradients(IReadOnlyList<Parameter> parameters) => this;

        public IDisposable SynchronizeNorms(nn.Module network) => this;

        public void BeforeBackward()
        {
        }

        public void AfterBackward()
        {
        }

        public void Dispose()
        {
        }
    }
}
