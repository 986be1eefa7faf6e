using Microsoft.CodeAnalysis;
using ResNetGen.Architecture.Diagnostics;

namespace ResNetGen.Generator.Diagnostics;

/// <summary>A finding in a spec, with the severity that the file's own settings give it.</summary>
/// <param name="Finding">What is wrong, and where.</param>
/// <param name="Severity">How grave the settings call it; null where they say nothing.</param>
internal sealed record Report(Finding Finding, DiagnosticSeverity? Severity);
