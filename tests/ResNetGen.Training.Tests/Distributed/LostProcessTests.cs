namespace ResNetGen.Training.Tests.Distributed;

/// <summary>A process that falls away makes the others stop and say who and where.</summary>
public sealed class LostProcessTests
{
    [Theory]
    [InlineData(2, 1)]
    [InlineData(4, 2)]
    [InlineData(4, 0)]
    public void A_killed_process_is_named_by_all_others(int size, int victim)
    {
        using Crew crew = Crew.Start(size, "group", "misdeed=kill", "at=4", $"by={victim}");
        crew.WaitForAll();
        AssertOthersSay(crew, victim, $"of {size}, the reduction of gradients: rank {victim} does not answer");
        Assert.Equal(137, crew.Members[victim].ExitCode);
        crew.AssertNothingIsLeft();
    }

    [Fact]
    public void A_killed_process_is_named_where_norms_are_synchronized()
    {
        using Crew crew = Crew.Start(2, "group", "norms=all", "misdeed=kill", "at=4", "by=1");
        crew.WaitForAll();
        AssertOthersSay(crew, 1, "rank 0 of 2, the statistics of a norm: rank 1 does not answer");
    }

    [Fact]
    public void A_killed_rank_0_takes_its_store_along()
    {
        for (int attempt = 0; ; attempt++)
        {
            using Crew crew = Crew.StartWithStoreInRank0(2, "group", "misdeed=kill", "at=4", "by=0");
            crew.WaitForAll();
            if (crew.PortWasTaken && attempt < 5)
            {
                continue;
            }

            AssertOthersSay(crew, 0, "rank 1 of 2, the reduction of gradients: the store is gone: rank 0, which keeps it, has ended");
            crew.AssertNothingIsLeft();
            return;
        }
    }

    [Fact]
    public void A_stopped_process_is_named_within_the_timeout()
    {
        using Crew crew = Crew.Start(2, "group", "misdeed=stop", "at=4", "by=1", "timeout=6");
        crew.Members[0].Wait();
        crew.Members[1].Kill();
        AssertOthersSay(crew, 1, "rank 0 of 2, the reduction of gradients: rank 1 does not answer");
        crew.AssertNothingIsLeft();
    }

    [Fact]
    public void A_process_that_hangs_elsewhere_is_named_within_the_timeout()
    {
        using Crew crew = Crew.Start(2, "group", "misdeed=hang", "at=4", "by=1", "timeout=6");
        crew.Members[0].Wait();
        crew.Members[1].Kill();
        AssertOthersSay(crew, 1, "rank 0 of 2, the reduction of gradients: rank 1 runs but has not come so far");
    }

    [Fact]
    public void A_process_that_leaves_early_is_named()
    {
        using Crew crew = Crew.Start(2, "group", "misdeed=leave", "at=4", "by=1");
        crew.WaitForAll();
        AssertOthersSay(crew, 1, "rank 0 of 2, the reduction of gradients: rank 1 has left the group");
    }

    [Fact]
    public void A_process_that_never_comes_is_named()
    {
        using Crew crew = Crew.Start(1, _ => [("WORLD_SIZE", "3")], "group", "start=1");
        crew.WaitForAll();
        Assert.Equal(3, crew.Members[0].ExitCode);
        Assert.Contains("rank 0 of 3: ranks 1 and 2 have not come within 1 s", crew.Members[0].Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_processes_of_one_rank_are_refused()
    {
        using Crew crew = Crew.Start(2, _ => [("RANK", "1")], "group", "start=2");
        crew.WaitForAll();
        Assert.Contains(crew.Members, member => member.Errors.Contains("rank 1: another process has the same rank", StringComparison.Ordinal));
    }

    [Fact]
    public void Processes_that_count_differently_are_refused()
    {
        using Crew crew = Crew.Start(2, rank => [("WORLD_SIZE", rank == 0 ? "1" : "2")], "group", "steps=1", "start=30");
        crew.WaitForAll();
        Assert.Contains("rank 1 is one of 2 processes, but rank 0 one of 1", crew.Members[1].Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Processes_with_other_networks_are_refused()
    {
        using Crew crew = Crew.Start(2, "group", "misdeed=odd", "by=1");
        crew.WaitForAll();
        Assert.All(crew.Members, member => Assert.Contains("rank 1 has 3 tensors, rank 0 has", member.Errors, StringComparison.Ordinal));
    }

    [Fact]
    public void A_parameter_that_backward_leaves_out_is_named()
    {
        using Crew crew = Crew.Start(2, "group", "misdeed=unused");
        crew.WaitForAll();
        Assert.All(crew.Members, member => Assert.Contains("no gradient has come for number", member.Errors, StringComparison.Ordinal));
    }

    [Fact]
    public void Nobody_at_the_address_is_said()
    {
        using Crew crew = Crew.Start(1, _ => [("MASTER_PORT", "1"), ("WORLD_SIZE", "2")], "group", "start=2");
        crew.WaitForAll();
        Assert.Equal(3, crew.Members[0].ExitCode);
        Assert.Contains("rank 0 of 2: the store at 127.0.0.1:1 cannot be reached", crew.Members[0].Errors, StringComparison.Ordinal);
    }

    private static void AssertOthersSay(Crew crew, int victim, string text)
    {
        foreach (Member member in crew.Members.Where((_, rank) => rank != victim))
        {
            Assert.Equal(3, member.ExitCode);
            Assert.Contains(text, member.Errors, StringComparison.Ordinal);
        }
    }
}
