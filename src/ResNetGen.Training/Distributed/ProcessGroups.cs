namespace ResNetGen.Training.Distributed;

/// <summary>Makes the group of processes that a launcher (torchrun, srun, mpirun) has started.</summary>
public static class ProcessGroups
{
    /// <summary>
    /// Joins the group that the environment describes (<c>RANK</c>, <c>WORLD_SIZE</c>, <c>MASTER_ADDR</c>, <c>MASTER_PORT</c>; Slurm's and
    /// Open MPI's names of rank and size do too) and returns when every process has come; null where it describes none: train alone.
    /// </summary>
    /// <exception cref="ProcessGroupException">The variables are incomplete or contradict each other, a process has not come, or this build has no engine for it.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A timeout is not positive.</exception>
    public static IProcessGroup? FromEnvironment(ProcessGroupOptions? options = null)
    {
        options ??= new();
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(options.Timeout, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(options.StartTimeout, TimeSpan.Zero);
        return Launch.Read(Environment.GetEnvironmentVariable) is { } launch ? Join(launch, options) : null;
    }

    /// <summary>The device of this process: <c>cuda</c> becomes <c>cuda:N</c>, N being <c>LOCAL_RANK</c>; anything else stays.</summary>
    public static string LocalDevice(string device) => Launch.LocalDevice(device, Environment.GetEnvironmentVariable);

    private static IProcessGroup Join(Launch launch, ProcessGroupOptions options) =>
#if TORCHSHARP
        throw new ProcessGroupException(
            $"rank {launch.Rank} of {launch.WorldSize}: TorchSharp has no engine for several processes; build with ResNetGen.LibTorch ({options.Device} is served there)");
#else
        C10dProcessGroup.Join(launch, options);
#endif
}
