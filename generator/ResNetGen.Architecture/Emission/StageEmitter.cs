namespace ResNetGen.Architecture.Emission;

/// <summary>Writes the class of the stages: typed blocks in a row.</summary>
internal static class StageEmitter
{
    public static void Write(CodeWriter writer)
    {
        writer.Summary("Blocks in a row; Count of them, from [0].");
        writer.Line(Names.GeneratedCode);
        writer.Line($"public sealed class Stage<TBlock> : {Names.Module}, global::System.Collections.Generic.IReadOnlyList<TBlock>");
        writer.Indented($"where TBlock : {Names.Module}");
        writer.Braces(() =>
        {
            writer.Line("private readonly TBlock[] _blocks;").Line();
            writer.Line("internal Stage(params (int Count, global::System.Func<TBlock> Create)[] runs)");
            writer.Indented(": base(\"Stage\")");
            writer.Braces(() =>
            {
                writer.Line("var blocks = new global::System.Collections.Generic.List<TBlock>();");
                writer.Braces("foreach (var (count, create) in runs)", () =>
                    writer.Braces("for (var i = 0; i < count; i++)", () => writer
                        .Line("var block = create();")
                        .Line("register_module(blocks.Count.ToString(global::System.Globalization.CultureInfo.InvariantCulture), block);")
                        .Line("blocks.Add(block);")));
                writer.Line().Line("_blocks = blocks.ToArray();");
            });
            writer.Line().Line("/// <inheritdoc/>").Line("public int Count => _blocks.Length;");
            writer.Line().Line("/// <inheritdoc/>").Line("public TBlock this[int index] => _blocks[index];");
            writer.Line();
            Reflection.Off(writer);
            writer.Line().Line("/// <inheritdoc/>");
            writer.Braces($"public override {Names.Tensor} forward({Names.Tensor} input)", () => writer
                .Line("var x = _blocks[0].call(input);")
                .Line("for (var i = 1; i < _blocks.Length; i++)")
                .Indented("x = Then(x, _blocks[i]);")
                .Line()
                .Line("return x;"));
            writer.Line().Line("/// <inheritdoc/>");
            writer.Line("public global::System.Collections.Generic.IEnumerator<TBlock> GetEnumerator() =>");
            writer.Indented("((global::System.Collections.Generic.IEnumerable<TBlock>)_blocks).GetEnumerator();");
            writer.Line().Line("global::System.Collections.IEnumerator global::System.Collections.IEnumerable.GetEnumerator() => _blocks.GetEnumerator();");
        });
    }
}
