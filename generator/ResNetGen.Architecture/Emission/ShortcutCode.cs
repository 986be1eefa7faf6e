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
        return form.Shortcut switch
        {
            ProjectionShortcut => new ProjectionCode(form),
            PaddedShortcut => new SubsampledCode("A block whose input is subsampled, and given channels of zeros, before it is added.", "Pad", form),
            SubsampledShortcut => new SubsampledCode("A block whose input is subsampled before it is added.", "Subsample", form),
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

    private sealed class ProjectionCode(BlockForm form) : ShortcutCode
    {
        public override string Summary => "A block whose input is added through a projection.";

        public override string? Operand => form.Blocks[0].IsPreactivated ? "Downsample.call(x)" : "Downsample.call(input)";

        public override void Members(CodeWriter writer) =>
            writer.Summary("The projection of the input.").Line($"public {form.Projection!.ClassName} Downsample {{ get; }}").Line();

        public override void Construct(CodeWriter writer)
        {
            var numbers = new Queue<string>(form.Numbers);
            form.Projection!.Assign(writer, "Downsample", layer =>
                LayerCode.Create(layer, [.. BlockNumbers.Of(layer).Select(_ => numbers.Dequeue())]));
            writer.Line("register_module(\"downsample\", Downsample);");
        }
    }

    private sealed class SubsampledCode(string summary, string helper, BlockForm form) : ShortcutCode
    {
        public override string Summary => summary;

        public override string? Operand => $"{helper}(input, {string.Join(", ", form.Numbers.Select(e => form.Kept.Of(e)))})";
    }
}
