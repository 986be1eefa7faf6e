using ResNetGen.Architecture.Networks;

namespace ResNetGen.Architecture.Emission;

/// <summary>The C# of layers that run one behind the other under one key: a class with a typed member for each.</summary>
internal static class ChainCode
{
    /// <summary>The classes that chains can have.</summary>
    public static readonly string[] ClassNames = ["StemConvolutions", "StemPool", "Projection"];

    /// <summary>The class of a chain.</summary>
    public static string ClassName(LayerChain chain) => ClassNames[chain.Key switch { "conv1" => 0, "maxpool" => 1, _ => 2 }];

    /// <summary>Writes the statement that makes a chain out of <paramref name="create"/>'s expressions.</summary>
    public static void Assign(CodeWriter writer, string member, LayerChain chain, Func<Layer, string> create)
    {
        var parts = Modules(chain).ToList();
        writer.Line($"{member} = new {ClassName(chain)}(");
        for (var i = 0; i < parts.Count; i++)
            writer.Indented(create(parts[i]) + (i == parts.Count - 1 ? ");" : ","));
    }

    /// <summary>Writes the class.</summary>
    public static void Class(CodeWriter writer, LayerChain chain, BlockEmitter blocks)
    {
        var parts = Modules(chain).Select(layer => (Layer: layer, Member: Member(chain, layer), Type: LayerCode.Type(layer))).ToList();
        var name = ClassName(chain);
        writer.Summary(chain.Key switch
        {
            "conv1" => "The stem's convolutions up to the last norm.",
            "maxpool" => "The convolution, norm and ReLU that stand in the pool's place.",
            _ => "What brings a block's input to the shape of its output.",
        });
        writer.Line(Names.GeneratedCode);
        writer.Braces($"public sealed class {name} : {Names.Module}", () =>
        {
            foreach (var part in parts)
                writer.Summary($"The {Noun(part.Layer)}, {chain.Key}.{part.Layer.Key}.").Line($"public {part.Type} {part.Member} {{ get; }}").Line();

            writer.Line($"internal {name}({string.Join(", ", parts.Select(p => $"{p.Type} {Lower(p.Member)}"))})");
            writer.Indented($": base(\"{name}\")");
            writer.Braces(() =>
            {
                foreach (var part in parts)
                    writer.Line($"{part.Member} = {Lower(part.Member)};");
                foreach (var part in parts)
                    writer.Line($"register_module(\"{part.Layer.Key}\", {part.Member});");
            });
            writer.Line();
            blocks.NoReflection();
            writer.Line().Line("/// <inheritdoc/>");
            writer.Braces($"public override {Names.Tensor} forward({Names.Tensor} input)", () =>
                Chain.Write(writer, chain.Layers, "input", layer => Member(chain, layer)));
        });
    }

    private static IEnumerable<Layer> Modules(LayerChain chain) => chain.Layers.Where(l => l is not Relu);

    // A kind of layer that stands there once needs no number.
    private static string Member(LayerChain chain, Layer layer)
    {
        var noun = layer switch { Convolution => "Conv", BatchNorm => "Norm", _ => "Pool" };
        return chain.Layers.Count(l => l.GetType() == layer.GetType()) == 1 ? noun : noun + layer.Key;
    }

    private static string Noun(Layer layer) => layer switch { Convolution => "convolution", BatchNorm => "norm", _ => "pool" };

    private static string Lower(string member) => char.ToLowerInvariant(member[0]) + member.Substring(1);
}
