#pragma warning disable CS1591 // each entry describes itself in its text

using ResNetGen.Architecture.Diagnostics;

namespace ResNetGen.Generator.Diagnostics;

/// <summary>Every mistake in the C# around a spec.</summary>
public static class CSharpRules
{
    public static readonly Rule NotPartial = new(
        "RNG2001", "A network's class must be partial", "'{0}' must be partial: the generated half is added to it");

    public static readonly Rule Generic = new(
        "RNG2002", "A network's class cannot be generic", "'{0}' cannot be generic, nor be nested in a generic type");

    public static readonly Rule ContainingTypeNotPartial = new(
        "RNG2003", "A type around a network's class must be partial", "'{0}' must be partial, because the network '{1}' is nested in it");

    public static readonly Rule SpecNotFound = new(
        "RNG2004", "The spec file is not there", "no spec file '{0}' among the project's additional files{1}");

    public static readonly Rule NothingSaid = new(
        "RNG2005", "The attribute says no network", "say which network '{0}' is: name a spec file, or set Blocks");

    public static readonly Rule NotAClass = new(
        "RNG2006", "A network must be an ordinary class", "'{0}' cannot be a network: it is {1}");

    public static readonly Rule OtherBase = new(
        "RNG2007", "A network's class has another base class", "'{0}' cannot derive from '{1}': a network derives from Module<Tensor, Tensor>");

    public static readonly Rule AmbiguousSpec = new(
        "RNG2008", "Several spec files have this name", "'{0}' could be any of {1}: write more of the path");

    public static readonly Rule NoTorch = new(
        "RNG2009", "TorchSharp is missing", "'{0}' needs TorchSharp: add the package TorchSharp to the project");

    public static readonly Rule NameIsMember = new(
        "RNG2010", "A network's class has the name of a member", "a network's class cannot be called '{0}': a member of it is");

    public static readonly Rule OldLanguage = new(
        "RNG2011", "The project's C# is too old", "'{0}' needs C# 10 or newer: set LangVersion");

    public static readonly Rule GlobalAlias = new(
        "RNG2012", "The attribute has another name in every file", "classes marked with '{0}' are not found: give the attribute another name in their own files alone");

    public static readonly Rule NoSuchSeverity = new(
        "RNG2013", "A setting that is no severity", "'{0}' is no severity for {1}: expected none, silent, suggestion, warning, error or default{2}");
}
