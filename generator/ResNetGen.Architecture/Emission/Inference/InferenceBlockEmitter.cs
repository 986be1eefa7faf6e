using ResNetGen.Architecture.Inference;
using ResNetGen.Architecture.Networks;

namespace ResNetGen.Architecture.Emission.Inference;

/// <summary>Writes the classes of blocks made for inference: as those of the blocks, an abstract one per main path, a sealed one per shortcut.</summary>
internal sealed class InferenceBlockEmitter(CodeWriter writer, bool hasEngine)
{
    private const string Prefix = "Fused";

    /// <summary>Writes a family's abstract class and its forms.</summary>
    public void Write(BlockFamily family)
    {
        Family(family);
        foreach (var form in family.Forms)
        {
            writer.Line();
            Form(form);
        }
    }

    /// <summary>The class made for the blocks of a form.</summary>
    public static string NameOf(BlockForm form) => Prefix + form.Name;

    private void Family(BlockFamily family)
    {
        var block = InferenceBlock.Of(family.Sample);
        var code = Code(family.Own, family.Kept);
        var steps = block.Steps.Where(s => family.Base is null != BlockFamily.IsAntiAlias(s.Layer)).ToList();
        writer.Braces($"private abstract class {Prefix}{family.Name} : {Prefix}{family.Base?.Name ?? "Block"}", () =>
        {
            code.Fields(writer, steps, family.IsExtended ? "private protected" : "private");
            writer.Line();
            writer.Line($"private protected {Prefix}{family.Name}({family.Name} source, FusedParts parts)");
            if (family.Base is not null)
                writer.Indented(": base(source, parts)");

            writer.Braces(() => code.Create(writer, steps));
            writer.Line();
            Body(family, block, code);
            if (family.Base is null)
                End(family, block, code);
        });
    }

    private void Body(BlockFamily family, InferenceBlock block, InferenceCode code)
    {
        var isOwned = block.Before.Count > 0;
        if (isOwned && family.Base is null)
        {
            code.Method(writer, $"private protected {Names.Tensor} Preactivate({Names.Tensor} input)", block.Before, "input", isOwned: false);
            writer.Line();
        }

        var body = family.Base is null ? [.. block.Body.Where(s => !BlockFamily.IsAntiAlias(s.Layer))] : block.Body;
        var kind = family.Base is not null ? "override " : family.IsExtended ? "virtual " : "";
        var input = isOwned ? "x" : "input";
        code.Method(writer, $"private protected {kind}{Names.Tensor} Body({Names.Tensor} {input})", body, input, isOwned);
    }

    private void End(BlockFamily family, InferenceBlock block, InferenceCode code)
    {
        var forms = family.AllForms.ToList();
        if (forms.Exists(f => f.Shortcut is NoShortcut))
        {
            var end = block.Last is { } last ? $"Then(x, {code.Field(last)})" : Activated(block, "x");
            writer.Line().Line($"private protected {Names.Tensor} End({Names.Tensor} x) => {end};");
        }

        if (forms.Exists(f => f.Shortcut is not NoShortcut))
        {
            var end = block.Last is { } last ? $"Then(x, {code.Field(last)}, shortcut)" : Activated(block, "Sum(x, shortcut)");
            writer.Line().Line($"private protected {Names.Tensor} End({Names.Tensor} x, {Names.Tensor} shortcut) => {end};");
        }
    }

    private static string Activated(InferenceBlock block, string sum) => block.After is { } after ? ActivationCode.OfOwned(after, sum) : sum;

    private void Form(BlockForm form)
    {
        var family = form.Family;
        var isPreactivated = family.Sample.Before.Count > 0;
        var projection = form.Shortcut is ProjectionShortcut ? Projection(form) : default;
        writer.Braces($"private sealed class {NameOf(form)} : {Prefix}{family.Name}", () =>
        {
            projection.Code?.Fields(writer, projection.Steps);
            foreach (var number in Numbers(form))
                writer.Line($"private readonly long {InferenceCode.FieldOf(number)};");
            if (projection.Code is not null || Numbers(form).Any())
                writer.Line();

            writer.Line($"internal {NameOf(form)}({form.Name} source, FusedParts parts)");
            writer.Indented(": base(source, parts)");
            writer.Braces(() =>
            {
                projection.Code?.Create(writer, projection.Steps);
                foreach (var number in Numbers(form))
                    writer.Line($"{InferenceCode.FieldOf(number)} = source.{number};");
            });
            writer.Line();
            Run(form, isPreactivated);
            if (projection.Code is { } code)
            {
                writer.Line();
                var input = isPreactivated ? "input" : "x";
                code.Method(writer, $"private {Names.Tensor} Project({Names.Tensor} {input})", projection.Steps, input, isOwned: !isPreactivated);
            }
        });
    }

    private void Run(BlockForm form, bool isPreactivated)
    {
        var head = $"internal override {Names.Tensor} Run({Names.Tensor} x)";
        var start = isPreactivated ? "Preactivate(x)" : "x";
        switch (form.Shortcut)
        {
            case IdentityShortcut:
                writer.Line($"{head} => End(Body({start}), x);");
                break;
            case NoShortcut:
                writer.Braces(head, () => writer.Line("using (x)").Indented($"return End(Body({start}));"));
                break;
            case ProjectionShortcut when isPreactivated:
                writer.Braces(head, () => writer
                    .Line($"{Names.Tensor} p;")
                    .Line("using (x)")
                    .Indented("p = Preactivate(x);")
                    .Line()
                    .Line("var shortcut = Project(p);")
                    .Line("return End(Body(p), shortcut);"));
                break;
            case ProjectionShortcut:
                writer.Line($"{head} => End(Body(x), Project(x));");
                break;
            default:
                var numbers = form.Numbers.Select(n => form.Kept.Of(n) is var kept && kept == n ? n : InferenceCode.FieldOf(kept));
                var helper = form.Shortcut is PaddedShortcut ? "Padded" : "Subsampled";
                writer.Line($"{head} => End(Body({start}), {helper}(x, {string.Join(", ", numbers)}));");
                break;
        }
    }

    // What a shortcut without layers needs to know.
    private static IEnumerable<string> Numbers(BlockForm form) => form.Shortcut is ProjectionShortcut
        ? []
        : form.Numbers.Select(n => (Number: n, Kept: form.Kept.Of(n))).Where(n => n.Kept != n.Number).Select(n => n.Kept).Distinct(StringComparer.Ordinal);

    private (InferenceCode? Code, IReadOnlyList<InferenceStep> Steps) Projection(BlockForm form)
    {
        var chain = ((ProjectionShortcut)form.Shortcut).Chain;
        var members = form.Projection!.MembersOf("Downsample", chain);
        var layered = BlockFamily.Layered(form.Shortcut.Layers, form.Numbers);
        var code = new InferenceCode("source", layer => members[layer.Key], Lookup(layered, form.Kept), hasEngine);
        return (code, InferenceStep.Of([chain]));
    }

    private InferenceCode Code(IReadOnlyList<(Layer Layer, IReadOnlyList<string> Numbers)> layers, KeptNumbers kept) =>
        new("source", layer => Names.Member(layer.Key), Lookup(layers, kept), hasEngine);

    private static Func<Layer, IReadOnlyList<string>> Lookup(IReadOnlyList<(Layer Layer, IReadOnlyList<string> Numbers)> layers, KeptNumbers kept) =>
        layer => [.. layers.First(l => l.Layer.Key == layer.Key).Numbers.Select(n => kept.Of(n, "source."))];
}
