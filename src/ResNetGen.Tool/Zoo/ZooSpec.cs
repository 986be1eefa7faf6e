namespace ResNetGen.Tool.Zoo;

/// <summary>A spec that comes with the command.</summary>
/// <param name="Name">The network's name.</param>
/// <param name="Purpose">What it is for: the folder that it lies in.</param>
/// <param name="Path">What stands for its path: no file has it.</param>
internal sealed record ZooSpec(string Name, string Purpose, string Path);
