using ResNetGen.Architecture.Inference;
using ResNetGen.Architecture.Networks;

namespace ResNetGen.Architecture.Emission.Inference;

/// <summary>The C# of single steps of inference.</summary>
/// <param name="source">The expression for what holds the trained layers.</param>
/// <param name="member">The member of it that holds a layer.</param>
/// <param name="numbers">The numbers of a layer, as <see cref="BlockNumbers"/> lists them.</param>
/// <param name="hasEngine">Whether the backend brings the convolutions.</param>
internal sealed class InferenceCode(
    string source, Func<Layer, string> member, Func<Layer, IReadOnlyList<string>> numbers, bool hasEngine)
{
    /// <summary>Code whose numbers are known.</summary>
    public static InferenceCode OfNetwork(string source, Func<Layer, string> member, bool hasEngine) =>
        new(source, member, layer => [.. BlockNumbers.Of(layer).Select(a => Names.Number(a.Value))], hasEngine);

    /// <summary>The field that holds a step.</summary>
    public string Field(InferenceStep step) => FieldOf(member(step.Layer));

    /// <summary>The field for a member: <c>Downsample.Conv</c> is <c>_downsampleConv</c>.</summary>
    public static string FieldOf(string member) => "_" + char.ToLowerInvariant(member[0]) + member.Substring(1).Replace(".", "");

    /// <summary>Writes the fields of <paramref name="steps"/>.</summary>
    public void Fields(CodeWriter writer, IEnumerable<InferenceStep> steps, string access = "private")
    {
        foreach (var step in steps.Where(HasField))
            writer.Line($"{access} readonly {Type(step.Layer)} {Field(step)};");
    }

    /// <summary>Writes the statements that make <paramref name="steps"/>.</summary>
    public void Create(CodeWriter writer, IEnumerable<InferenceStep> steps)
    {
        foreach (var step in steps.Where(HasField))
            writer.Line($"{Field(step)} = {Create(step)};");
    }

    /// <summary>Writes a method that runs <paramref name="steps"/> on <paramref name="input"/>, and disposes that where it is owned.</summary>
    public void Method(CodeWriter writer, string head, IReadOnlyList<InferenceStep> steps, string input, bool isOwned) =>
        Chain.Method(writer, head, Lines(steps, input, isOwned), isOwned);

    /// <summary>The expressions that run <paramref name="steps"/>, one for each convolution with what follows it, each on <c>x</c>.</summary>
    public List<string> Lines(IReadOnlyList<InferenceStep> steps, string input, bool isOwned)
    {
        var lines = new List<string>();
        string? current = null;
        foreach (var step in steps)
        {
            if (step.Layer is Convolution && current is not null)
            {
                lines.Add(current);
                current = null;
            }

            var isBorrowed = lines.Count == 0 && current is null && !isOwned;
            var before = current ?? (lines.Count == 0 ? input : "x");
            current = step.Layer switch
            {
                Activation activation => isBorrowed ? ActivationCode.OfBorrowed(activation, before) : ActivationCode.OfOwned(activation, before),
                _ => isBorrowed ? $"{Field(step)}.Run({before})" : $"Then({before}, {Field(step)})",
            };
            if (step is { Activation: { } after } && !InferenceNames.IsConvolved(step.Layer, hasEngine))
                current = ActivationCode.OfOwned(after, current);
        }

        lines.Add(current!);
        return lines;
    }

    private static bool HasField(InferenceStep step) => step.Layer is not Activation;

    private string Type(Layer layer) => layer switch
    {
        _ when InferenceNames.IsConvolved(layer, hasEngine) => InferenceNames.OfEngine("FusedConvolution", hasEngine),
        GroupNorm => "FusedGroupNorm",
        Norm => "FusedNorm",
        MaxPool { PadsWithZeros: false } => "FusedMaxPool",
        SqueezeExcitation => "FusedSqueezeExcitation",
        ChannelAttention => "FusedChannelAttention",
        _ => "FusedPool",
    };

    private string Create(InferenceStep step)
    {
        var from = source + "." + member(step.Layer);
        var given = numbers(step.Layer);
        return step.Layer switch
        {
            Convolution => Convolved(step, from, given),
            GroupNorm n => Part(step, $"{from}, {given[0]}{Eps(n.Eps)}"),
            Norm n when hasEngine => $"parts.Norm({Statistics(n)}, {ActivationOf(step)})",
            Norm n => Part(step, Statistics(n)),
            MaxPool { PadsWithZeros: false } p => Part(step, string.Join(", ", given) + (p.Shape.RoundsUp ? ", true" : "")),
            SqueezeExcitation or ChannelAttention => Part(step, from),
            var pool => Part(step, LayerCode.Create(pool, given)),
        };
    }

    private string Convolved(InferenceStep step, string from, IReadOnlyList<string> given) => "parts.Convolution(" + string.Join(", ", new[]
    {
        from,
        step.Folded is { } norm ? Statistics(norm) : null,
        ActivationOf(step),
        Named("stride", given[3], "1"),
        Named("padding", given[4], "0"),
        Named("dilation", given[5], "1"),
        Named("groups", given[6], "1"),
    }.Where(a => a is not null)) + ")";

    private string ActivationOf(InferenceStep step) => InferenceNames.OfEngine("FusedActivation", hasEngine) + "." + (step.Activation?.Function.ToString() ?? "None");

    private string Part(InferenceStep step, string arguments) => $"parts.Add(new {Type(step.Layer)}({arguments}))";

    private string Statistics(Norm norm) =>
        $"Statistics({source}.{member(norm)}{Eps(norm switch { BatchNorm b => b.Eps, FrozenBatchNorm f => f.Eps, _ => 0 })})";

    private static string Eps(double eps) => eps == 1e-5 ? "" : ", " + Names.Number(eps);

    private static string? Named(string name, string value, string usual) => value == usual ? null : name + ": " + value;
}
