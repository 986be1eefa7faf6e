using ResNetGen.Architecture.Networks;

namespace ResNetGen.Architecture.Emission;

/// <summary>Writes the few functions that every block shares.</summary>
internal static class HelperEmitter
{
    public static void Write(CodeWriter writer, BlockForms forms)
    {
        var shortcuts = forms.Families.SelectMany(f => f.Forms).Select(f => f.Shortcut).ToList();
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
        if (!shortcuts.All(f => f is NoShortcut))
            writer.Line($"private static {Names.Tensor} Add({Names.Tensor} x, {Names.Tensor} shortcut) => InPlace(x, x.add_(shortcut));").Line();

        if (shortcuts.Any(f => f is PaddedShortcut))
            Pad(writer);

        writer.Line("// Up to TorchSharp 0.100.5 an in-place operation returns a second handle, since then the tensor itself: keep one.");
        writer.Braces($"private static {Names.Tensor} InPlace({Names.Tensor} before, {Names.Tensor} after)", () => writer
            .Line("if (!ReferenceEquals(before, after))")
            .Indented("before.Dispose();")
            .Line()
            .Line("return after;"));
    }

    private static void Pad(CodeWriter writer)
    {
        writer.Line("// Option A of He et al. 2015: every stride-th row and column, and channels of zeros before and behind.");
        writer.Braces($"private static {Names.Tensor} Pad({Names.Tensor} x, long stride, long before, long after)", () => writer
            .Line("using var rows = x.slice(2, 0, long.MaxValue, stride);")
            .Line("using var map = rows.slice(3, 0, long.MaxValue, stride);")
            .Line($"return {Names.Nn}.functional.pad(map, new long[] {{ 0, 0, 0, 0, before, after }});"));
        writer.Line();
    }
}
