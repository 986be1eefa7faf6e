using ResNetGen.Architecture.Networks;

namespace ResNetGen.Architecture.Emission;

/// <summary>The C# of layers that run one behind the other under one key: a class with a typed member for each.</summary>
/// <param name="className">The class.</param>
/// <param name="chain">The layers.</param>
internal sealed class ChainCode(string className, LayerChain chain)
{
    /// <summary>The classes of the stem's convolutions, and of a convolution in the place of its pool.</summary>
    public static readonly string[] StemClassNames = ["StemConvolutions", "StemPoolConvolution"];

    /// <summary>The class.</summary>
    public string ClassName => className;

    private List<Layer> Modules { get; } = [.. chain.Layers.Where(l => l.IsModule)];

    /// <summary>Returns the code of a chain of the stem.</summary>
    public static ChainCode OfStem(LayerChain chain, bool isPool) => new(StemClassNames[isPool ? 1 : 0], chain);

    /// <summary>The members that hold the layers of a chain like this one, by key, where <paramref name="member"/> holds the chain.</summary>
    public Dictionary<string, string> MembersOf(string member, LayerChain like) => like.Layers.Where(l => l.IsModule)
        .ToDictionary(l => like.Key + "." + l.Key, l => member + "." + Member(l), StringComparer.Ordinal);

    /// <summary>Writes the statement that makes a chain out of <paramref name="create"/>'s expressions.</summary>
    public void Assign(CodeWriter writer, string member, Func<Layer, string> create)
    {
        writer.Line($"{member} = new {className}(");
        for (var i = 0; i < Modules.Count; i++)
            writer.Indented(create(Modules[i]) + (i == Modules.Count - 1 ? ");" : ","));
    }

    /// <summary>Writes the class.</summary>
    public void Class(CodeWriter writer)
    {
        var parts = Modules.ConvertAll(layer => (Layer: layer, Member: Member(layer), Type: LayerCode.Type(layer)));
        writer.Summary(className switch
        {
            "StemConvolutions" => "The stem's convolutions, with what stands between them.",
            "StemPoolConvolution" => "The convolution, norm and activation that stand in the pool's place.",
            _ => "What brings a block's input to the shape of its output.",
        });
        writer.Line(Names.GeneratedCode);
        writer.Braces($"public sealed class {className} : {Names.Module}", () =>
        {
            foreach (var part in parts)
                writer.Summary($"The {LayerCode.Noun(part.Layer)}, {chain.Key}.{part.Layer.Key}.").Line($"public {part.Type} {part.Member} {{ get; }}").Line();

            writer.Line($"internal {className}({string.Join(", ", parts.Select(p => $"{p.Type} {Lower(p.Member)}"))})");
            writer.Indented($": base(\"{className}\")");
            writer.Braces(() =>
            {
                foreach (var part in parts)
                    writer.Line($"{part.Member} = {Lower(part.Member)};");

                Registration.Write(writer, parts.ConvertAll(p => (p.Layer.Key, p.Member)));
            });
            writer.Line();
            Reflection.Off(writer);
            writer.Line().Line("/// <inheritdoc/>");
            Chain.Method(writer, $"public override {Names.Tensor} forward({Names.Tensor} input)", chain.Layers, "input", isOwned: false, Member);
        });
    }

    // A kind of layer that stands there once needs no number.
    private string Member(Layer layer)
    {
        var noun = layer switch { Convolution => "Conv", Norm => "Norm", _ => "Pool" };
        return Modules.Count(l => l.GetType() == layer.GetType()) == 1 ? noun : noun + layer.Key.Split('.')[0];
    }

    private static string Lower(string member) => char.ToLowerInvariant(member[0]) + member.Substring(1);
}
