namespace ResNetGen.Architecture.Emission;

/// <summary>Writes what every generated module has against reflection.</summary>
internal static class Reflection
{
    /// <summary>Writes the override that keeps TorchSharp from looking for modules by reflection.</summary>
    public static void Off(CodeWriter writer) => Off(writer, "the constructor registers every module, so reflection need not find them again");

    /// <summary>Writes the override, with the reason <paramref name="why"/>.</summary>
    public static void Off(CodeWriter writer, string why) => writer
        .Summary($"Does nothing: {why}.")
        .Line("protected override void RegisterComponents()")
        .Line("{").Line("}");
}
