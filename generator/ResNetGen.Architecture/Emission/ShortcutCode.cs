using ResNetGen.Architecture.Networks;

namespace ResNetGen.Architecture.Emission;

/// <summary>The C# of one kind of shortcut inside a block's class.</summary>
internal abstract class ShortcutCode
{
    /// <summary>What the block's class is, in words.</summary>
    public abstract string Summary { get; }

    /// <summary>The expression for the shortcut's tensor, which the block disposes; null where there is none to dispose.</summary>
    public virtual string? Operand => null;

    /// <summary>Whether the input itself is added.</summary>
    public virtual bool AddsInput => false;

    /// <summary>What a class with this shortcut is called, before the family's name.</summary>
    public static string Prefix(Shortcut shortcut) => shortcut switch
    {
        PaddedShortcut => "Padded",
        SubsampledShortcut => "Subsampled",
        NoShortcut => "Plain",
        _ => "Identity",
    };

    /// <summary>Returns the code for a form's shortcut.</summary>
    public static ShortcutCode For(BlockForm form)
    {
        var own = form.Parameters.Expressions.Skip(form.Family.Parameters.All.Count).ToList();
        return form.Shortcut switch
        {
            ProjectionShortcut => new ProjectionCode(form, own),
            PaddedShortcut => new SubsampledCode("A block whose input is subsampled, and given channels of zeros, before it is added.", "Pad", form.Parameters, own),
            SubsampledShortcut => new SubsampledCode("A block whose input is subsampled before it is added.", "Subsample", form.Parameters, own),
            NoShortcut => new PlainCode(),
            _ => new IdentityCode(),
        };
    }

    /// <summary>Writes the members that the shortcut needs.</summary>
    public virtual void Members(CodeWriter writer)
    {
    }

    /// <summary>Writes what the constructor does for the shortcut.</summary>
    public virtual void Construct(CodeWriter writer)
    {
    }

    private sealed class IdentityCode : ShortcutCode
    {
        public override string Summary => "A block whose input is added as it is.";

        public override bool AddsInput => true;
    }

    private sealed class PlainCode : ShortcutCode
    {
        public override string Summary => "A block to which nothing is added.";
    }

    private sealed class ProjectionCode(BlockForm form, List<string> own) : ShortcutCode
    {
        public override string Summary => "A block whose input is added through a projection.";

        public override string? Operand => form.Blocks[0].IsPreactivated ? "Downsample.call(x)" : "Downsample.call(input)";

        public override void Members(CodeWriter writer) =>
            writer.Summary("The projection of the input.").Line($"public {form.Projection!.ClassName} Downsample {{ get; }}").Line();

        public override void Construct(CodeWriter writer)
        {
            var numbers = new Queue<string>(own);
            form.Projection!.Assign(writer, "Downsample", layer =>
                LayerCode.Create(layer, [.. BlockNumbers.Of(layer).Select(_ => numbers.Dequeue())]));
            writer.Line("register_module(\"downsample\", Downsample);");
        }
    }

    private sealed class SubsampledCode(string summary, string helper, Parameters parameters, List<string> own) : ShortcutCode
    {
        private IEnumerable<string> Kept => own.Where(IsParameter).Distinct(StringComparer.Ordinal);

        public override string Summary => summary;

        public override string? Operand => $"{helper}(input, {string.Join(", ", own.Select(e => IsParameter(e) ? "_" + e : e))})";

        public override void Members(CodeWriter writer)
        {
            foreach (var name in Kept)
                writer.Line($"private readonly long _{name};").Line();
        }

        public override void Construct(CodeWriter writer)
        {
            foreach (var name in Kept)
                writer.Line($"_{name} = {name};");
        }

        private bool IsParameter(string expression) => parameters.All.Any(p => p.Name == expression);
    }
}
