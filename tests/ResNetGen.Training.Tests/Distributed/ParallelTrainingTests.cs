using ResNetGen.Training.Worker;
using static TorchSharp.torch;

namespace ResNetGen.Training.Tests.Distributed;

/// <summary>Processes that share batches learn what one process learns from the whole of them.</summary>
public sealed class ParallelTrainingTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("resnetgen-group-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(2, "eval", 8, "smooth", 1e-5)]
    [InlineData(2, "all", 8, "smooth", 1e-5)]
    [InlineData(4, "eval", 10, "smooth", 1e-5)]
    [InlineData(4, "all", 10, "smooth", 1e-5)]
    [InlineData(2, "eval", 9, "relu", 1e-10)]
    [InlineData(4, "all", 3, "relu", 1e-10)]
    public void Twenty_steps_of_several_processes_equal_those_of_one_with_the_whole_batch(int size, string norms, int batch, string net, double tolerance)
    {
        string[] arguments = ["group", $"net={net}", $"norms={norms}", $"batch={batch}"];
        using Crew alone = Crew.StartAlone([.. arguments, $"out={_folder}/alone"]);
        using Crew crew = Crew.Start(size, [.. arguments, $"out={_folder}/crew"]);
        alone.WaitForAll();
        crew.WaitForAll();
        Assert.All([.. alone.Members, .. crew.Members], member => Assert.True(member.ExitCode == 0, member.Errors));

        byte[] first = File.ReadAllBytes($"{_folder}/crew.0");
        Assert.All(Enumerable.Range(1, size - 1), rank => Assert.Equal(first, File.ReadAllBytes($"{_folder}/crew.{rank}")));
        Assert.InRange(Difference(() => GroupSteps.Network(net)), 0, tolerance);
        crew.AssertNothingIsLeft();
    }

    [Fact]
    public void Norms_that_are_not_synchronized_see_their_own_share_alone()
    {
        using Crew alone = Crew.StartAlone("group", "norms=batch", "steps=3", $"out={_folder}/alone");
        using Crew crew = Crew.Start(2, "group", "norms=batch", "steps=3", $"out={_folder}/crew");
        alone.WaitForAll();
        crew.WaitForAll();
        Assert.All([.. alone.Members, .. crew.Members], member => Assert.True(member.ExitCode == 0, member.Errors));
        Assert.True(Difference(() => GroupSteps.Network("smooth")) > 1e-3);
    }

    [Fact]
    public void A_run_of_two_processes_with_synchronized_norms_equals_a_run_of_one()
    {
        using Crew alone = Crew.StartAlone("trainer", $"folder={_folder}/run-alone", $"out={_folder}/alone");
        using Crew crew = Crew.Start(2, "trainer", $"folder={_folder}/run-crew", $"out={_folder}/crew");
        alone.WaitForAll();
        crew.WaitForAll();
        Assert.All([.. alone.Members, .. crew.Members], member => Assert.True(member.ExitCode == 0, member.Errors));
        Assert.Equal(File.ReadAllBytes($"{_folder}/crew.0"), File.ReadAllBytes($"{_folder}/crew.1"));
        Assert.InRange(Difference(() => new SmoothCifarNet()), 0, 1e-5);
        crew.AssertNothingIsLeft();
    }

    [Fact]
    public void Rank_0_keeps_the_store_where_no_launcher_does()
    {
        for (int attempt = 0; ; attempt++)
        {
            using Crew crew = Crew.StartWithStoreInRank0(2, "group", "steps=2");
            crew.WaitForAll();
            if (crew.PortWasTaken && attempt < 5)
            {
                continue;
            }

            Assert.All(crew.Members, member => Assert.True(member.ExitCode == 0, member.Errors));
            crew.AssertNothingIsLeft();
            return;
        }
    }

    // The largest difference of any number of the two states, running statistics included.
    private double Difference(Func<nn.Module<Tensor, Tensor>> create)
    {
        using var one = create();
        using var two = create();
        one.load($"{_folder}/alone.0");
        two.load($"{_folder}/crew.0");
        using var scope = NewDisposeScope();
        using var guard = no_grad();
        return one.state_dict().Zip(two.state_dict())
            .Max(pair => (pair.First.Value.to(ScalarType.Float64) - pair.Second.Value.to(ScalarType.Float64)).abs().max().item<double>());
    }
}
