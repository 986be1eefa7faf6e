using ResNetGen.Architecture.Diagnostics;
using ResNetGen.Generator.Diagnostics;

namespace ResNetGen.CodeFixes;

/// <summary>The ids that fixes are for.</summary>
internal static class Ids
{
    public static readonly string NotPartial = CSharpRules.NotPartial.Id;
    public static readonly string ContainingTypeNotPartial = CSharpRules.ContainingTypeNotPartial.Id;
    public static readonly string SpecNotFound = CSharpRules.SpecNotFound.Id;
    public static readonly string NothingSaid = CSharpRules.NothingSaid.Id;
    public static readonly string NotAClass = CSharpRules.NotAClass.Id;
    public static readonly string OtherBase = CSharpRules.OtherBase.Id;
    public static readonly string NotAnIdentifier = Rules.NotAnIdentifier.Id;
    public static readonly string DepthDoesNotFit = Rules.DepthDoesNotFit.Id;
    public static readonly string AmbiguousSpec = CSharpRules.AmbiguousSpec.Id;
}
