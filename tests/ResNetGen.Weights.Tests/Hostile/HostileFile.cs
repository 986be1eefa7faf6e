namespace ResNetGen.Weights.Tests.Hostile;

/// <summary>A file that has to be refused.</summary>
/// <param name="Name">What is wrong with it; its name on the disk.</param>
/// <param name="Bytes">The file.</param>
/// <param name="Expected">What the message has to say.</param>
public sealed record HostileFile(string Name, byte[] Bytes, string Expected)
{
    /// <summary>What the thread may allocate until the file is refused.</summary>
    public long MaxAllocated { get; init; } = 16 << 20;
}
