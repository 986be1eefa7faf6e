using System.CommandLine;

namespace ResNetGen.Tool.CommandLine;

/// <summary>Verbs that stand together in the help.</summary>
/// <param name="Title">What they have in common.</param>
/// <param name="Verbs">The verbs, in the order of the help.</param>
internal sealed record VerbGroup(string Title, params Command[] Verbs);
