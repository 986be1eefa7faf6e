namespace ResNetGen.Architecture.Emission;

/// <summary>Writes the few functions that every block shares.</summary>
internal static class HelperEmitter
{
    public static void Write(CodeWriter writer)
    {
        writer.Line("// Runs a module and disposes what went in: no intermediate outlives its last use.");
        writer.Braces($"private static {Names.Tensor} Then({Names.Tensor} x, {Names.Module} module)", () => writer
            .Line("using (x)")
            .Indented("return module.call(x);"));
        writer.Line();
        writer.Braces($"private static {Names.Tensor} Flatten({Names.Tensor} x)", () => writer
            .Line("using (x)")
            .Indented("return x.flatten(1);"));
        writer.Line();
        writer.Line($"private static {Names.Tensor} Relu({Names.Tensor} x) => InPlace(x, x.relu_());").Line();
        writer.Line($"private static {Names.Tensor} Add({Names.Tensor} x, {Names.Tensor} shortcut) => InPlace(x, x.add_(shortcut));").Line();
        writer.Line("// Up to TorchSharp 0.100.5 an in-place operation returns a second handle, since then the tensor itself: keep one.");
        writer.Braces($"private static {Names.Tensor} InPlace({Names.Tensor} before, {Names.Tensor} after)", () => writer
            .Line("if (!ReferenceEquals(before, after))")
            .Indented("before.Dispose();")
            .Line()
            .Line("return after;"));
    }
}
