using ResNetGen.Training.Distributed;

namespace ResNetGen.Training.Tests.Distributed;

/// <summary>What launchers say, and what they forget.</summary>
public sealed class LaunchTests
{
    [Fact]
    public void Without_variables_a_program_trains_alone() => Assert.Null(Read(""));

    [Fact]
    public void The_standard_variables() => Assert.Equal(
        new Launch(1, 2, "10.0.0.1", 29500, false, 0), Read("RANK=1 WORLD_SIZE=2 MASTER_ADDR=10.0.0.1 MASTER_PORT=29500"));

    [Fact]
    public void Torchrun_keeps_the_store_and_counts_its_attempts()
    {
        var launch = Read("RANK=0 WORLD_SIZE=2 MASTER_ADDR=a MASTER_PORT=1 TORCHELASTIC_USE_AGENT_STORE=True TORCHELASTIC_RESTART_COUNT=3")!;
        Assert.Equal(new Launch(0, 2, "a", 1, true, 3), launch);
        Assert.False(launch.HostsStore);
        Assert.True((launch with { StoreOfLauncher = false }).HostsStore);
        Assert.False((launch with { StoreOfLauncher = false, Rank = 1 }).HostsStore);
    }

    [Theory]
    [InlineData("SLURM_PROCID=3 SLURM_NTASKS=4")]
    [InlineData("OMPI_COMM_WORLD_RANK=3 OMPI_COMM_WORLD_SIZE=4")]
    [InlineData("RANK=3 WORLD_SIZE=4 SLURM_PROCID=0 SLURM_NTASKS=1")]
    public void Other_launchers_names_of_rank_and_size(string variables) =>
        Assert.Equal(new Launch(3, 4, "a", 5, false, 0), Read($"{variables} MASTER_ADDR=a MASTER_PORT=5"));

    [Fact]
    public void One_task_of_a_batch_system_trains_alone() => Assert.Null(Read("SLURM_PROCID=0 SLURM_NTASKS=1"));

    [Theory]
    [InlineData("RANK=0", "WORLD_SIZE is not set, but RANK is set")]
    [InlineData("WORLD_SIZE=2", "RANK is not set, but WORLD_SIZE is set")]
    [InlineData("RANK=0 WORLD_SIZE=2", "MASTER_ADDR is not set, but RANK is")]
    [InlineData("RANK=0 WORLD_SIZE=2 MASTER_ADDR=a", "MASTER_PORT is not set, but RANK is set")]
    [InlineData("MASTER_ADDR=a", "MASTER_ADDR is set, but RANK and WORLD_SIZE are not")]
    [InlineData("MASTER_PORT=1", "MASTER_PORT is set, but RANK and WORLD_SIZE are not")]
    [InlineData("RANK=2 WORLD_SIZE=2 MASTER_ADDR=a MASTER_PORT=1", "RANK is 2, but WORLD_SIZE is 2: ranks go from 0 to 1")]
    [InlineData("RANK=-1 WORLD_SIZE=2 MASTER_ADDR=a MASTER_PORT=1", "RANK is '-1', but a whole number from 0 on is needed")]
    [InlineData("RANK=0 WORLD_SIZE=0 MASTER_ADDR=a MASTER_PORT=1", "WORLD_SIZE is '0'")]
    [InlineData("RANK=0 WORLD_SIZE=two MASTER_ADDR=a MASTER_PORT=1", "WORLD_SIZE is 'two'")]
    [InlineData("RANK=0 WORLD_SIZE=2 MASTER_ADDR=a MASTER_PORT=65536", "MASTER_PORT is '65536', but a whole number from 1 to 65535 is needed")]
    [InlineData("RANK=0 WORLD_SIZE=2 MASTER_ADDR=a MASTER_PORT=0", "MASTER_PORT is 0: every process must know the port")]
    [InlineData("SLURM_PROCID=0 SLURM_NTASKS=4", "MASTER_ADDR is not set, but SLURM_PROCID is")]
    public void What_is_missing_or_wrong_is_said(string variables, string message) =>
        Assert.Contains(message, Assert.Throws<ProcessGroupException>(() => Read(variables)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("cuda", "LOCAL_RANK=3", "cuda:3")]
    [InlineData("cuda", "SLURM_LOCALID=1", "cuda:1")]
    [InlineData("cuda", "", "cuda")]
    [InlineData("cuda:2", "LOCAL_RANK=3", "cuda:2")]
    [InlineData("cpu", "LOCAL_RANK=3", "cpu")]
    public void Each_process_of_a_machine_takes_its_own_device(string device, string variables, string own) =>
        Assert.Equal(own, Launch.LocalDevice(device, Variables(variables)));

    private static Launch? Read(string variables) => Launch.Read(Variables(variables));

    private static Func<string, string?> Variables(string text)
    {
        var table = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]);
        return name => table.GetValueOrDefault(name);
    }
}
