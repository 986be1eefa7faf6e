using System.Diagnostics;
using System.Globalization;
using ResNetGen.Training.Distributed;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace ResNetGen.Training.Worker;

/// <summary>
/// <c>group</c>: some steps of training, alone or with the processes that the environment tells of, each with its share of the
/// same batches. Arguments: <c>norms=eval|batch|all net=smooth|relu steps= batch= start= timeout= out= misdeed=kill|stop|hang|leave|odd|unused at= by=</c>.
/// </summary>
internal static class GroupSteps
{
    internal static int Run(string[] arguments)
    {
        var words = new Words(arguments);
        try
        {
            using IProcessGroup? group = ProcessGroups.FromEnvironment(new()
            {
                StartTimeout = TimeSpan.FromSeconds(words.Number("start", 60)),
                Timeout = TimeSpan.FromSeconds(words.Number("timeout", 60)),
            });
            Train(group, words);
            return 0;
        }
        catch (ProcessGroupException exception)
        {
            Console.Error.WriteLine($"ProcessGroupException: {exception.Message}");
            return 3;
        }
    }

    private static void Train(IProcessGroup? group, Words words)
    {
        int rank = group?.Rank ?? 0;
        int size = group?.WorldSize ?? 1;

        // Every process begins with other numbers: the broadcast must bring them together.
        manual_seed(group is null ? 7 : rank == 0 ? 7 : 100 + rank);
        using nn.Module<Tensor, Tensor> network = Network(words.Text("net", "smooth"));
        List<Parameter> parameters = [.. network.parameters()];
        string misdeed = words.Text("misdeed", "");
        if (misdeed == "unused")
        {
            parameters.Add(new Parameter(zeros(3)));
        }

        if (misdeed == "odd" && rank == words.Number("by", -1))
        {
            group!.Broadcast([.. network.state_dict().Values.Take(3)]);
        }

        group?.Broadcast([.. network.state_dict().Values]);
        string norms = words.Text("norms", "eval");
        network.train(norms != "eval");
        if (norms == "all")
        {
            group?.SynchronizeNorms(network);
        }

        using var optimizer = optim.SGD(network.parameters(), 0.05, momentum: 0.9, weight_decay: 1e-4);
        using IGradientReduction? reduction = group?.ReduceGradients(parameters);
        int batch = words.Number("batch", 8);
        for (int step = 0; step < words.Number("steps", 20); step++)
        {
            Misbehave(words, rank, step, group);
            using var scope = NewDisposeScope();
            manual_seed(1000 + step);
            var images = randn(batch, 3, 8, 8).to(parameters[0].dtype);
            var labels = randint(0, 10, [batch], ScalarType.Int64);
            int first = rank * batch / size;
            int count = ((rank + 1) * batch / size) - first;
            optimizer.zero_grad();
            var output = network.call(images.narrow(0, first, count));
            var loss = nn.functional.cross_entropy(output, labels.narrow(0, first, count), reduction: nn.Reduction.Sum) / batch;
            reduction?.BeforeBackward();
            loss.backward();
            reduction?.AfterBackward();
            optimizer.step();
            Console.WriteLine($"step {step}");
        }

        group?.Barrier();
        if (words.Text("out", "") is { Length: > 0 } path)
        {
            network.save(path + "." + rank.ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <summary>ReLU, in float64: in float32 a unit near zero would now and then be on in one process and off in another. Or SiLU, in float32.</summary>
    internal static nn.Module<Tensor, Tensor> Network(string name) => name == "relu" ? new SmallNet().to(ScalarType.Float64) : new SmoothNet();

    private static void Misbehave(Words words, int rank, int step, IProcessGroup? group)
    {
        if (rank != words.Number("by", -1) || step != words.Number("at", -1))
        {
            return;
        }

        using var self = Process.GetCurrentProcess();
        switch (words.Text("misdeed", ""))
        {
            case "kill":
                self.Kill();
                break;
            case "stop":
                Process.Start("kill", ["-STOP", self.Id.ToString(CultureInfo.InvariantCulture)]).WaitForExit();
                break;
            case "hang":
                Thread.Sleep(Timeout.Infinite);
                break;
            case "leave":
                group!.Dispose();
                Environment.Exit(0);
                break;
        }
    }
}
