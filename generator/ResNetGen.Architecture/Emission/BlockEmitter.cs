using ResNetGen.Architecture.Networks;

namespace ResNetGen.Architecture.Emission;

/// <summary>Writes the classes of the blocks: an abstract one per main path, a sealed one per shortcut.</summary>
/// <param name="writer">Takes the code.</param>
/// <param name="training">What training does with blocks.</param>
internal sealed class BlockEmitter(CodeWriter writer, Training training)
{
    private bool Drops => training.StochasticDepth > 0;

    /// <summary>Writes a family's abstract class: the layers of the main path, and running them.</summary>
    public void Family(BlockFamily family)
    {
        var block = family.Sample;
        var isBase = family.Base is null;
        List<(Layer Layer, IReadOnlyList<string> Numbers)> own = [.. family.Own.Where(l => l.Layer.IsModule)];
        writer.Summary(isBase ? Summary(block) : "The same main path, where a pool strides in a convolution's place.");
        writer.Line(Names.GeneratedCode);
        writer.Braces($"public abstract class {family.Name} : {family.Base?.Name ?? Names.Module}", () =>
        {
            foreach (var (layer, _) in own)
                writer.Summary(Role(layer, block)).Line($"public {LayerCode.Type(layer)} {Names.Member(layer.Key)} {{ get; }}").Line();

            family.Kept.Declare(writer);

            if (isBase && Drops)
                writer.Summary("The probability that training drops the main path of a picture.").Line("public double DropProbability { get; internal set; }").Line();

            var passed = family.Base is null ? "name" : Passed("name", family.Base.Parameters, family.Parameters);
            Constructor("private protected", family.Name, ["string name", .. Declared(family.Parameters)], passed, () =>
            {
                foreach (var (layer, numbers) in own)
                    writer.Line($"{Names.Member(layer.Key)} = {LayerCode.Create(layer, numbers)};");

                family.Kept.Assign(writer);
                Registration.Write(writer, own.Select(l => (l.Layer.Key, Names.Member(l.Layer.Key))));
            });
            writer.Line();
            if (isBase)
            {
                Reflection.Off(writer);
                writer.Line();
                ZeroResidual(block);
                Preactivation(block);
            }

            Residual(family);
        });
    }

    /// <summary>Writes a form's sealed class: the shortcut, and the sum.</summary>
    public void Form(BlockForm form)
    {
        var code = ShortcutCode.For(form);
        writer.Summary(code.Summary);
        writer.Line(Names.GeneratedCode);
        writer.Braces($"public sealed class {form.Name} : {form.Family.Name}", () =>
        {
            code.Members(writer);
            form.Kept.Declare(writer);
            var passed = Passed($"\"{form.Name}\"", form.Family.Parameters, form.Parameters);
            Constructor("internal", form.Name, Declared(form.Parameters), passed, () =>
            {
                form.Kept.Assign(writer);
                code.Construct(writer);
            });
            writer.Line().Line("/// <inheritdoc/>");
            Forward(form.Blocks[0], code);
        });
    }

    private void Forward(Block block, ShortcutCode code)
    {
        var head = $"public override {Names.Tensor} forward({Names.Tensor} input)";
        var start = block.IsPreactivated ? "Preactivate(input)" : "input";
        if (code.Operand is not { } operand)
        {
            var residual = Dropped($"Residual({start})");
            writer.Line($"{head} => {Activated(block, code.AddsInput ? $"Add({residual}, input)" : residual)};");
            return;
        }

        writer.Braces(head, () =>
        {
            if (block.IsPreactivated)
            {
                // A projection takes what the main path takes, which the main path then disposes.
                writer.Line("var x = Preactivate(input);").Line($"using var shortcut = {operand};");
                writer.Line($"return {Activated(block, $"Add({Dropped("Residual(x)")}, shortcut)")};");
                return;
            }

            writer.Line($"var x = {Dropped("Residual(input)")};").Line($"using var shortcut = {operand};");
            writer.Line($"return {Activated(block, "Add(x, shortcut)")};");
        });
    }

    private string Dropped(string residual) => Drops ? $"Drop({residual}, DropProbability, training)" : residual;

    private static string Activated(Block block, string sum) => block.After is { } after ? ActivationCode.OfOwned(after, sum) : sum;

    private void Preactivation(Block block)
    {
        if (block.Before.Count == 0)
            return;

        writer.Summary("What the main path and a projection start from, made of [N, C, H, W].");
        Chain.Method(writer, $"private protected {Names.Tensor} Preactivate({Names.Tensor} input)", block.Before, "input");
        writer.Line();
    }

    private void Residual(BlockFamily family)
    {
        var block = family.Sample;
        var owns = block.IsPreactivated;
        var layers = family.Base is null ? [.. block.Residual.Where(l => !BlockFamily.IsAntiAlias(l))] : block.Residual.ToList();
        var kind = family.Base is not null ? "override " : family.IsExtended ? "virtual " : "";
        writer.Summary(owns ? "Runs the main path on [N, C, H, W], which it disposes." : "Runs the main path on [N, C, H, W].");
        var input = owns ? "x" : "input";
        Chain.Method(writer, $"private protected {kind}{Names.Tensor} Residual({Names.Tensor} {input})", layers, input, owns);
    }

    private void ZeroResidual(Block block)
    {
        if (!training.ZeroInitResidual)
            return;

        var last = block.Residual.Last(l => l is Norm or Convolution);
        writer.Summary("Makes the block start as its shortcut.");
        writer.Line($"internal void ZeroResidual() => ZeroWeight({Names.Member(last.Key)});");
        writer.Line();
    }

    private void Constructor(string access, string name, IEnumerable<string> parameters, string passed, Action body)
    {
        writer.Line($"{access} {name}({string.Join(", ", [.. parameters, Names.DeviceParameters])})");
        writer.Indented($": base({passed})");
        writer.Braces(body);
    }

    // Channels are passed by place, other numbers by name unless they are parameters of that name.
    private static string Passed(string name, Parameters of, Parameters by) => string.Join(", ", (IEnumerable<string>)
    [
        name,
        .. of.All.Select((p, i) => p.Meaning == Meaning.Channels || p.Name == by.Expressions[i]
            ? by.Expressions[i]
            : p.Name + ": " + by.Expressions[i]),
        "device",
        "dtype",
    ]);

    private static IEnumerable<string> Declared(Parameters parameters) => parameters.All.Select(p => "long " + p.Name);

    private static string Summary(Block block)
    {
        var convolutions = block.Residual.OfType<Convolution>().Select(c => $"{c.Shape.Kernel}x{c.Shape.Kernel}");
        var norms = block.MainPath.Any(l => l is Norm) ? block.IsPreactivated ? ", a norm before each" : ", each with a norm" : "";
        return $"The main path of a block: {string.Join(", ", convolutions)} convolutions{norms}.";
    }

    private static string Role(Layer layer, Block block) => layer switch
    {
        Convolution c => $"The {c.Shape.Kernel}x{c.Shape.Kernel} convolution.",
        Norm => $"The norm {(block.IsPreactivated ? "before" : "behind")} Conv{layer.Key[layer.Key.Length - 1]}.",
        Dropout => "Drops values before the last convolution while training.",
        SqueezeExcitation or ChannelAttention => "Weighs the channels of the main path's result.",
        _ => "What strides in the convolution's place.",
    };
}
