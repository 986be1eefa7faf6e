namespace ResNetGen.Tool.Probing;

/// <summary>The fingerprint of a function; the names of its JSON are fixed.</summary>
/// <param name="Name">The network's name.</param>
/// <param name="Input">Channels, height, width.</param>
/// <param name="Rms">Root mean square of each tap and of the output (<c>out</c>); null where it is not finite.</param>
/// <param name="Logits">The first three outputs.</param>
internal sealed record ProbeResult(
    string Name, int[] Input, IReadOnlyDictionary<string, double?> Rms, IReadOnlyList<double?> Logits);
