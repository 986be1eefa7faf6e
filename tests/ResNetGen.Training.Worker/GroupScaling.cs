using System.Diagnostics;
using System.Globalization;
using ResNetGen.Training.Distributed;
using static TorchSharp.torch;

namespace ResNetGen.Training.Worker;

/// <summary>
/// <c>scaling</c>: images per second of training steps, alone or with the processes that the environment tells of, and what of a step
/// is computation and what communication. Arguments: <c>batch=</c> (over all processes) <c>warmup= steps= norms=batch|all</c>.
/// </summary>
internal static class GroupScaling
{
    internal static int Run(string[] arguments)
    {
        var words = new Words(arguments);
        using IProcessGroup? group = ProcessGroups.FromEnvironment();
        int size = group?.WorldSize ?? 1;
        int batch = words.Number("batch", 128);
        int share = batch / size;
        int warmup = words.Number("warmup", 5);
        int steps = words.Number("steps", 30);
        manual_seed(1);
        using var network = new CifarResNet20();
        network.train();
        if (words.Text("norms", "batch") == "all")
        {
            group?.SynchronizeNorms(network);
        }

        group?.Broadcast([.. network.state_dict().Values]);
        using var optimizer = optim.SGD(network.parameters(), 0.1, momentum: 0.9, weight_decay: 1e-4);
        using Tensor images = randn(share, 3, 32, 32);
        using Tensor labels = randint(0, 10, [share], ScalarType.Int64);

        // The same work, first without and then with the reduction of gradients.
        double[] alone = Time(warmup, steps, group, () => Step(null));
        double[] together = alone;
        string buckets = "";
        if (group is not null)
        {
            using IGradientReduction reduction = group.ReduceGradients([.. network.parameters()]);
            together = Time(warmup, steps, group, () => Step(reduction));
#if !TORCHSHARP
            var times = ((C10dProcessGroup.Reduction)reduction).Times;
            buckets = string.Create(
                CultureInfo.InvariantCulture,
                $", {(double)times.Buckets / times.Steps:0.0} buckets a step, in flight {times.Communication.TotalMilliseconds / times.Steps:0.00} ms, waited for {times.Waiting.TotalMilliseconds / times.Steps:0.00} ms");
#endif
        }

        // As many numbers as there are parameters, alone on the wire.
        double exchange = 0;
        if (group is not null)
        {
            using Tensor gradients = zeros(network.parameters().Sum(parameter => parameter.numel()));
            exchange = Median(Time(warmup, steps, group, () => group.Sum(gradients)));
        }

        if ((group?.Rank ?? 0) == 0)
        {
            double compute = Median(alone);
            double step = Median(together);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{size} processes, {share} of {batch} images each: {batch / step:0} images/s, step {1000 * step:0.0} ms; computation alone {1000 * compute:0.0} ms, sum of all gradients alone {1000 * exchange:0.00} ms, communication not hidden {Math.Max(0, 100 * (step - compute) / step):0.0} %{buckets}"));
        }

        return 0;

        void Step(IGradientReduction? reduction)
        {
            using var scope = NewDisposeScope();
            optimizer.zero_grad();
            var loss = nn.functional.cross_entropy(network.call(images), labels, reduction: nn.Reduction.Sum) / batch;
            reduction?.BeforeBackward();
            loss.backward();
            reduction?.AfterBackward();
            optimizer.step();
        }
    }

    // Seconds of each step after the warm-up; all processes begin together.
    private static double[] Time(int warmup, int steps, IProcessGroup? group, Action step)
    {
        for (int i = 0; i < warmup; i++)
        {
            step();
        }

        group?.Barrier();
        var times = new double[steps];
        var watch = Stopwatch.StartNew();
        for (int i = 0; i < steps; i++)
        {
            double before = watch.Elapsed.TotalSeconds;
            step();
            times[i] = watch.Elapsed.TotalSeconds - before;
        }

        group?.Barrier();
        return times;
    }

    private static double Median(double[] values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
