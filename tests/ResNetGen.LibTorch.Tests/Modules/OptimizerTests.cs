using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ResNetGen.LibTorch.Tests.Modules;

public sealed class OptimizerTests
{
    [Fact]
    public void Sgd_is_PyTorchs_to_the_bit()
    {
        Same(PythonValues.SgdExactMomentum, p => optim.SGD([p], 0.1, momentum: 0.9, weight_decay: 0.01));
        Same(PythonValues.SgdExactNesterov, p => optim.SGD([p], 0.05, momentum: 0.9, weight_decay: 0.01, nesterov: true));
        Same(PythonValues.SgdExactDampened, p => optim.SGD([p], 0.05, momentum: 0.8, dampening: 0.3, weight_decay: 0.1, maximize: true));

        static void Same(float[] expected, Func<Parameter, SGD> make)
        {
            using var scope = NewDisposeScope();
            using var parameter = Parameter(linspace(-1, 1, 37));
            using var optimizer = make(parameter);
            for (var step = 1; step <= 3; step++)
            {
                optimizer.zero_grad();
                (parameter * parameter * step).sum().backward();
                optimizer.step();
            }

            Expect.SameBits(expected, parameter);
        }
    }

    [Fact]
    public void A_network_trains_as_in_Python()
    {
        Trains(PythonValues.SgdPlain, net => optim.SGD(net.parameters(), 0.1));
        Trains(PythonValues.SgdMomentum, net => optim.SGD(net.named_parameters(), 0.1, momentum: 0.9, weight_decay: 0.01));

        static void Trains(float[] expected, Func<Module, SGD> make)
        {
            using var scope = NewDisposeScope();
            manual_seed(8);
            using var net = Sequential(Conv2d(2, 3, 3, padding: 1, bias: false), BatchNorm2d(3), ReLU(), AdaptiveAvgPool2d(1), Flatten(), Linear(3, 4));
            using var optimizer = make(net);
            var x = randn(8, 2, 6, 6);
            var y = arange(8) % 4;
            for (var step = 0; step < 3; step++)
            {
                optimizer.zero_grad();
                functional.cross_entropy(net.call(x), y).backward();
                optimizer.step();
            }

            Expect.Close(expected, cat([.. net.parameters().Select(parameter => parameter.detach().flatten())]));
        }
    }

    [Fact]
    public void Two_hundred_steps_leave_no_tensor_behind()
    {
        using var net = new SmallNet();
        using var optimizer = optim.SGD(net.parameters(), 0.01, momentum: 0.9, weight_decay: 1e-4, nesterov: true);
        using var images = randn(2, 2, 6, 6);
        using var labels = tensor(new[] { 1L, 3 });
        Step();
        var before = Expect.LiveTensors;
        for (var step = 0; step < 200; step++)
        {
            Step();
        }

        Assert.Equal(before, Expect.LiveTensors);

        void Step()
        {
            optimizer.zero_grad();
            using var logits = net.call(images);
            using var loss = functional.cross_entropy(logits, labels);
            loss.backward();
            optimizer.step();
        }
    }

    [Fact]
    public void Groups_keep_settings_of_their_own()
    {
        using var first = Parameter(ones(1));
        using var second = Parameter(ones(1));
        using var optimizer = optim.SGD([new SGD.ParamGroup([first], new SGD.Options { LearningRate = 1 }), new SGD.ParamGroup { Parameters = [second] }], 0.25);
        Assert.Equal([1, 0.25], optimizer.ParamGroups.Select(group => group.LearningRate));
        (first * second).backward();
        optimizer.ParamGroups.First().LearningRate = 2;
        Assert.Null(optimizer.step());
        Assert.Equal([-1f], Expect.Floats(first));
        Assert.Equal([0.75f], Expect.Floats(second));
        Assert.Throws<ArgumentException>(() => optimizer.add_param_group(new SGD.ParamGroup { Parameters = [first] }));
    }

    [Fact]
    public void A_closure_runs_with_the_graph_on_and_its_loss_comes_back()
    {
        using var parameter = Parameter(ones(1));
        using var optimizer = optim.SGD([parameter], 0.5);
        using var outer = no_grad();
        using var loss = optimizer.step(() =>
        {
            var value = parameter * 3;
            value.backward();
            return value;
        });
        Assert.Equal(3f, loss.item<float>());
        Assert.Equal([-0.5f], Expect.Floats(parameter));
    }

    [Fact]
    public void Parameters_without_a_gradient_stay()
    {
        using var parameter = Parameter(ones(1));
        using var optimizer = optim.SGD([parameter], 0.5, weight_decay: 1);
        optimizer.step();
        Assert.Equal([1f], Expect.Floats(parameter));
    }

    [Fact]
    public void Impossible_settings_are_refused()
    {
        Assert.Throws<ArgumentException>(() => optim.SGD(Array.Empty<Parameter>(), -1));
        Assert.Throws<ArgumentException>(() => optim.SGD(Array.Empty<Parameter>(), 1, momentum: double.NaN));
        Assert.Throws<ArgumentException>(() => optim.SGD(Array.Empty<Parameter>(), 1, nesterov: true));
    }

    [Fact]
    public void Training_goes_on_from_saved_state()
    {
        using var memory = new MemoryStream();
        using var writer = new BinaryWriter(memory);
        using var parameter = Parameter(ones(3));
        using var copy = Parameter(ones(3));
        using var optimizer = optim.SGD([parameter], 0.1, momentum: 0.9);
        using var fresh = optim.SGD([copy], 5);
        Step(parameter, optimizer);
        optimizer.save_state_dict(writer);
        using (no_grad())
        {
            copy.copy_(parameter);
        }

        fresh.load_state_dict(new BinaryReader(new MemoryStream(memory.ToArray())));
        Assert.True(fresh.state_dict().State[0].ApproximatelyEquals(optimizer.state_dict().State[0]));
        Step(parameter, optimizer);
        Step(copy, fresh);
        Expect.SameBits(Expect.Floats(parameter), copy);

        using var other = optim.SGD([copy, parameter], 5);
        Assert.Throws<ArgumentException>(() => other.load_state_dict(new BinaryReader(new MemoryStream(memory.ToArray()))));

        static void Step(Parameter parameter, SGD optimizer)
        {
            optimizer.zero_grad();
            (parameter * parameter).sum().backward();
            optimizer.step();
        }
    }

    [Fact]
    public void Disposing_releases_the_momentum_and_not_the_parameters()
    {
        using var parameter = Parameter(ones(1));
        parameter.sum().backward();
        var before = Expect.LiveTensors;
        var optimizer = optim.SGD([parameter], 0.1, momentum: 0.9);
        optimizer.step();
        Assert.Equal(before + 1, Expect.LiveTensors);
        optimizer.Dispose();
        Assert.Equal(before, Expect.LiveTensors);
        Assert.False(parameter.IsInvalid);
    }

    [Fact]
    public void Schedules_are_PyTorchs()
    {
        Same(PythonValues.StepRates, o => optim.lr_scheduler.StepLR(o, 3, 0.5));
        Same(PythonValues.MultiStepRates, o => optim.lr_scheduler.MultiStepLR(o, [2, 5, 5], 0.1));
        Same(PythonValues.CosineRates, o => optim.lr_scheduler.CosineAnnealingLR(o, 5, 0.01));
        Same(PythonValues.LinearRates, o => optim.lr_scheduler.LinearLR(o, 0.25, 1, 4));
        Same([.. Enumerable.Range(0, 5).Select(epoch => 0.1 / (epoch + 1))], o => optim.lr_scheduler.LambdaLR(o, epoch => 1.0 / (epoch + 1)));

        static void Same(double[] expected, Func<SGD, optim.lr_scheduler.LRScheduler> make)
        {
            using var parameter = Parameter(zeros(1));
            using var optimizer = optim.SGD([parameter], 0.1);
            var schedule = make(optimizer);
            foreach (var rate in expected)
            {
                Assert.Equal(rate, optimizer.ParamGroups.Single().LearningRate, 1e-15);
                Assert.Equal([optimizer.ParamGroups.Single().LearningRate], schedule.get_last_lr());
                schedule.step();
            }

            schedule.step(3);
            Assert.Equal(expected[3], optimizer.ParamGroups.Single().LearningRate, 1e-15);
        }
    }
}
