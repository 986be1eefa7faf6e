#if !TORCHSHARP
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using ResNetGen.Training.Reports;
using ResNetGen.Training.Worker;
using ResNetGen.Weights;

namespace ResNetGen.Training.Tests.Running;

[Collection(RunsAlone.Name)]
public sealed class GroupRunTests
{
    [Fact]
    public void Processes_that_share_the_batches_learn_what_one_learns_and_go_on_together()
    {
        using var alone = new RunningFolder();
        using var shared = new RunningFolder();
        using var whole = new RunningFolder();
        using var again = new RunningFolder();
        Assert.Equal(["17 True"], Train(alone, 1, 17));
        Assert.Equal(["17 True", "17 True"], Train(whole, 2, 17));
        Assert.Equal(["9 False", "9 False"], Train(shared, 2, 8));
        Assert.Equal(["17 True", "17 True"], Train(shared, 2, 17));
        Assert.Equal(["17 True", "17 True"], Train(again, 2, 17, "recompute"));

        // To the bit the same, in one part or in two; up to the order of additions the same as one process.
        Assert.Equal(Learnt(whole), Learnt(shared));
        Assert.Equal(RunningFolder.Everything(whole.Step(17)), RunningFolder.Everything(shared.Step(17)));
        Assert.Equal(Learnt(whole), Learnt(again));
        Assert.Equal(RunningFolder.Everything(whole.Step(17)), RunningFolder.Everything(again.Step(17)));
        Assert.All(Learnt(alone).Zip(Learnt(shared)), s => Assert.Equal(s.First.Loss, s.Second.Loss, 1e-5f));
        Assert.Equal(Learnt(alone).Select(s => (s.Step, s.Rate)), Learnt(shared).Select(s => (s.Step, s.Rate)));
        Assert.All(EvaluationsFile.Read(alone.Path).Zip(EvaluationsFile.Read(shared.Path)), e => Assert.Equal(e.First.Loss, e.Second.Loss, 1e-5));
        using var one = Loaded(alone);
        using var two = Loaded(shared);
        Assert.All(one.parameters().Zip(two.parameters()), p => Assert.True(p.First.allclose(p.Second, 0, 1e-5)));
    }

    [Fact]
    public void Where_the_first_process_is_refused_the_others_say_so()
    {
        using var folder = new RunningFolder();
        using var network = new TinyNet();
        Runs.Train(folder.Path, Runs.Short(3));
        using var workers = new Disposables<WorkerProcess>(Start(folder, 2, 17));
        foreach (var worker in workers.Items)
            worker.End();

        Assert.Contains("holds another run", workers.Items[0].Complaint, StringComparison.Ordinal);
        Assert.Contains("another process could not go on", workers.Items[1].Complaint, StringComparison.Ordinal);
    }

    private static IReadOnlyList<string> Train(RunningFolder folder, int processes, int until, params string[] more)
    {
        using var workers = new Disposables<WorkerProcess>(Start(folder, processes, until, more));
        var lines = workers.Items.Select(w => w.End()).ToList();
        Assert.All(workers.Items, w => Assert.True(w.ExitCode == 0, w.Complaint));
        return [.. lines.Select(l => l[^1])];
    }

    private static IReadOnlyList<WorkerProcess> Start(RunningFolder folder, int processes, int until, params string[] more)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
        listener.Stop();
        return
        [
            .. Enumerable.Range(0, processes).Select(rank => new WorkerProcess(
                processes == 1 ? new Dictionary<string, string>(StringComparer.Ordinal) : new(StringComparer.Ordinal)
                {
                    ["RANK"] = rank.ToString(CultureInfo.InvariantCulture),
                    ["WORLD_SIZE"] = processes.ToString(CultureInfo.InvariantCulture),
                    ["MASTER_ADDR"] = "127.0.0.1",
                    ["MASTER_PORT"] = port,
                },
                ["train-group", folder.Path, until.ToString(CultureInfo.InvariantCulture), .. more])),
        ];
    }

    private static TinyGroupNormNet Loaded(RunningFolder folder)
    {
        var network = new TinyGroupNormNet();
        network.LoadWeights(folder.Step(17));
        return network;
    }

    private static IReadOnlyList<(long Step, float Loss, double Error, double Rate)> Learnt(RunningFolder folder) =>
        [.. HistoryFile.Read(folder.Path).Select(s => (s.Step, s.Loss, s.Error, s.LearningRate))];

    private sealed class Disposables<T>(IReadOnlyList<T> items) : IDisposable
        where T : IDisposable
    {
        public IReadOnlyList<T> Items => items;

        public void Dispose()
        {
            foreach (var item in items)
                item.Dispose();
        }
    }
}
#endif
