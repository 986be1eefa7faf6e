using ResNetGen.Architecture.Networks;

namespace ResNetGen.Architecture.Emission;

/// <summary>Writes the classes of the blocks: an abstract one per main path, a sealed one per shortcut.</summary>
internal sealed class BlockEmitter(CodeWriter writer)
{
    /// <summary>Writes a family's abstract class: the layers of the main path, and running them.</summary>
    public void Family(BlockFamily family)
    {
        var layers = family.Sample.Residual.Where(l => l is not Relu).ToList();
        var convolutions = family.Sample.Residual.OfType<Convolution>()
            .Select(c => $"{c.Shape.Kernel}x{c.Shape.Kernel}");
        writer.Summary($"The main path of a block: {string.Join(", ", convolutions)} convolutions, each with a norm.");
        writer.Line(Names.GeneratedCode);
        writer.Braces($"public abstract class {family.Name} : {Names.Module}", () =>
        {
            foreach (var layer in layers)
                writer.Summary(Role(layer)).Line($"public {LayerCode.Type(layer)} {Names.Member(layer.Key)} {{ get; }}").Line();

            Constructor("private protected", family.Name, ["string name", .. Declared(family.Parameters)], "name", () =>
            {
                var numbers = new Queue<string>(family.Parameters.Expressions);
                foreach (var layer in layers)
                {
                    var own = BlockNumbers.Of(layer).Select(_ => numbers.Dequeue()).ToList();
                    writer.Line($"{Names.Member(layer.Key)} = {LayerCode.Create(layer, own)};");
                }

                Register(layers);
            });
            writer.Line();
            NoReflection();
            writer.Line().Summary("Runs the main path on [N, C, H, W].");
            writer.Braces($"private protected {Names.Tensor} Residual({Names.Tensor} input)", () =>
                Chain.Write(writer, family.Sample.Residual, "input"));
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
            var family = form.Family.Parameters.All;
            var passed = family.Select((p, i) => p.Meaning == Meaning.Channels || p.Name == form.Parameters.Expressions[i]
                ? form.Parameters.Expressions[i]
                : p.Name + ": " + form.Parameters.Expressions[i]);
            var arguments = string.Join(", ", [$"\"{form.Name}\"", .. passed, "device", "dtype"]);
            Constructor("internal", form.Name, Declared(form.Parameters), arguments, () => code.Construct(writer));
            writer.Line().Line("/// <inheritdoc/>");
            if (code.Operand is { } operand)
            {
                writer.Braces($"public override {Names.Tensor} forward({Names.Tensor} input)", () => writer
                    .Line("var x = Residual(input);")
                    .Line($"using var shortcut = {operand};")
                    .Line("return Relu(Add(x, shortcut));"));
                return;
            }

            writer.Line($"public override {Names.Tensor} forward({Names.Tensor} input) => {code.Sum};");
        });
    }

    /// <summary>Writes the override that keeps TorchSharp from looking for modules by reflection.</summary>
    public void NoReflection() => writer
        .Line("/// <summary>Does nothing: the constructor registers every module, so reflection need not find them again.</summary>")
        .Line("protected override void RegisterComponents()")
        .Line("{").Line("}");

    /// <summary>Writes a line for each module that the state dict knows by its key.</summary>
    public void Register(IEnumerable<Layer> layers)
    {
        foreach (var layer in layers)
            writer.Line($"register_module(\"{layer.Key}\", {Names.Member(layer.Key)});");
    }

    private void Constructor(string access, string name, IEnumerable<string> parameters, string passed, Action body)
    {
        writer.Line($"{access} {name}({string.Join(", ", [.. parameters, Names.DeviceParameters])})");
        writer.Indented($": base({passed})");
        writer.Braces(body);
    }

    private static IEnumerable<string> Declared(Parameters parameters) => parameters.All.Select(p => "long " + p.Name);

    private static string Role(Layer layer) => layer switch
    {
        Convolution c => $"The {c.Shape.Kernel}x{c.Shape.Kernel} convolution.",
        _ => $"The norm behind Conv{layer.Key.Substring(2)}.",
    };
}
