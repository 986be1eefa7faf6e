namespace ResNetGen.Architecture.Emission;

/// <summary>Writes what every generated module has against reflection.</summary>
internal static class Reflection
{
    /// <summary>Writes the override that keeps TorchSharp from looking for modules by reflection.</summary>
    public static void Off(CodeWriter writer) => writer
        .Line("/// <summary>Does nothing: the constructor registers every module, so reflection need not find them again.</summary>")
        .Line("protected override void RegisterComponents()")
        .Line("{").Line("}");
}
