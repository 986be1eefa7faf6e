namespace ResNetGen.Generator.Diagnostics;

/// <summary>What a setting says of one rule.</summary>
/// <param name="Id">The rule.</param>
/// <param name="Word">The severity, as it is written.</param>
internal sealed record SeverityEntry(string Id, string Word);
