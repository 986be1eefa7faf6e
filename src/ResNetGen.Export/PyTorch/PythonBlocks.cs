using ResNetGen.Architecture.Emission;
using ResNetGen.Architecture.Networks;

namespace ResNetGen.Export.PyTorch;

/// <summary>Writes the classes of the blocks: one per main path, and one per shortcut on top of it.</summary>
/// <param name="writer">Takes the code.</param>
/// <param name="training">What training does with blocks.</param>
internal sealed class PythonBlocks(PythonWriter writer, Training training)
{
    private bool Drops => training.StochasticDepth > 0;

    /// <summary>The expression that makes a block of <paramref name="forms"/>.</summary>
    public static PythonExpression Create(BlockForms forms, Block block)
    {
        var form = forms.Families.SelectMany(f => f.Forms).First(f => f.Blocks.Contains(block));
        var index = form.Blocks.ToList().IndexOf(block);
        return PythonExpression.Call(form.Name, form.Parameters.All.Select(p => p.Meaning == Meaning.Channels
            ? PythonNames.Number(p.Values[index])
            : PythonNames.Snake(p.Name) + "=" + PythonNames.Number(p.Values[index])));
    }

    /// <summary>The layer whose weight is zero where every block starts as its shortcut.</summary>
    public static Layer LastWeight(BlockFamily family) => family.Sample.Residual.Last(l => l is Norm or Convolution);

    /// <summary>Writes a family's class: the layers of the main path, and running them.</summary>
    public void Family(BlockFamily family)
    {
        var block = family.Sample;
        var isBase = family.Base is null;
        List<Layer> own = [.. (isBase ? BlockFamily.Common(block) : block.Residual.Where(BlockFamily.IsAntiAlias)).Where(l => l.IsModule)];
        writer.TopLevel($"class {family.Name}({family.Base?.Name ?? "nn.Module"}):", () =>
        {
            writer.Docstring(isBase ? Summary(block) : "The same main path, where a pool strides in a convolution's place.");
            writer.Line();
            Constructor(family.Parameters, family.Base is null ? [] : Passed(family.Base.Parameters, family.Parameters), () =>
            {
                var numbers = new Queue<string>(family.Parameters.Expressions.Skip(family.Base?.Parameters.All.Count ?? 0));
                foreach (var layer in own)
                    writer.Statement($"self.{layer.Key} = ", PythonLayers.Create(layer, Take(layer, numbers)));

                if (isBase && Drops)
                    writer.Line("self.drop_probability = 0.0");
            });
            if (isBase && block.Before.Count > 0)
            {
                writer.Line();
                PythonSteps.Method(writer, "preactivate", "Returns what the main path and a projection start from.", block.Before, layer => layer.Key);
            }

            writer.Line();
            var layers = isBase ? [.. block.Residual.Where(l => !BlockFamily.IsAntiAlias(l))] : block.Residual.ToList();
            PythonSteps.Method(writer, "residual", "Runs the main path on [N, C, H, W].", layers, layer => layer.Key);
        });
    }

    /// <summary>Writes a form's class: the shortcut, and the sum.</summary>
    public void Form(BlockForm form)
    {
        var own = form.Parameters.Expressions.Skip(form.Family.Parameters.All.Count).Select(PythonNames.Snake).ToList();
        writer.TopLevel($"class {form.Name}({form.Family.Name}):", () =>
        {
            writer.Docstring(ShortcutCode.For(form).Summary);
            writer.Line();
            if (NeedsConstructor(form, own))
            {
                Constructor(form.Parameters, Passed(form.Family.Parameters, form.Parameters), () => Shortcut(form, own));
                writer.Line();
            }

            writer.Function("forward", ["self", "x: Tensor"], "Tensor", () => Forward(form, own));
        });
    }

    // Python inherits the constructor that a form would only repeat.
    private static bool NeedsConstructor(BlockForm form, List<string> own)
    {
        var names = form.Family.Parameters.All.Select(p => p.Name).ToList();
        return form.Projection is not null
            || own.Exists(IsName)
            || !form.Parameters.All.Select(p => p.Name).SequenceEqual(names, StringComparer.Ordinal)
            || !form.Parameters.Expressions.Take(names.Count).SequenceEqual(names, StringComparer.Ordinal);
    }

    private void Constructor(Parameters parameters, IEnumerable<string> passed, Action body) =>
        writer.Function("__init__", ["self", .. parameters.All.Select(p => PythonNames.Snake(p.Name) + ": int")], "None", () =>
        {
            writer.Statement("", PythonExpression.Call("super().__init__", passed));
            body();
        });

    private static IEnumerable<string> Passed(Parameters of, Parameters by) => of.All.Select((p, i) =>
        (p.Meaning == Meaning.Channels ? "" : PythonNames.Snake(p.Name) + "=") + PythonNames.Snake(by.Expressions[i]));

    private static List<string> Take(Layer layer, Queue<string> numbers) =>
        [.. BlockNumbers.Of(layer).Select(_ => PythonNames.Snake(numbers.Dequeue()))];

    private void Shortcut(BlockForm form, List<string> own)
    {
        if (form.Shortcut is ProjectionShortcut { Chain: var chain })
        {
            var numbers = new Queue<string>(own);
            writer.Statement("self.downsample = ", PythonLayers.Sequential(chain, layer => PythonLayers.Create(layer, Take(layer, numbers))));
            return;
        }

        foreach (var name in own.Where(IsName).Distinct(StringComparer.Ordinal))
            writer.Line($"self.{name} = {name}");
    }

    private void Forward(BlockForm form, List<string> own)
    {
        var block = form.Blocks[0];
        var numbers = own.ConvertAll(e => IsName(e) ? "self." + e : e);
        var isProjectionOfPreactivated = block.IsPreactivated && form.Shortcut is ProjectionShortcut;
        if (isProjectionOfPreactivated)
            writer.Line("x = self.preactivate(x)");

        var start = block.IsPreactivated && !isProjectionOfPreactivated ? "self.preactivate(x)" : "x";
        var main = Drops ? $"drop_path(self.residual({start}), self.drop_probability, self.training)" : $"self.residual({start})";
        if (Operand(form.Shortcut, numbers) is not { } operand)
        {
            writer.Line("return " + (block.After is { } last ? PythonLayers.Activate(last.Function, main, isOwned: true) : main));
            return;
        }

        writer.Line("out = " + main);
        writer.Line("out += " + operand);
        writer.Line("return " + (block.After is { } after ? PythonLayers.Activate(after.Function, "out", isOwned: true) : "out"));
    }

    private static string? Operand(Shortcut shortcut, List<string> numbers) => shortcut switch
    {
        NoShortcut => null,
        ProjectionShortcut => "self.downsample(x)",
        PaddedShortcut => $"pad_channels(x, {string.Join(", ", numbers)})",
        SubsampledShortcut => $"x[:, :, ::{numbers[0]}, ::{numbers[0]}]",
        _ => "x",
    };

    private static bool IsName(string expression) => !char.IsAsciiDigit(expression[0]);

    private static string Summary(Block block)
    {
        var convolutions = block.Residual.OfType<Convolution>().Select(c => $"{c.Shape.Kernel}x{c.Shape.Kernel}");
        var norms = block.MainPath.Any(l => l is Norm) ? block.IsPreactivated ? ", a norm before each" : ", each with a norm" : "";
        return $"The main path of a block: {string.Join(", ", convolutions)} convolutions{norms}.";
    }
}
