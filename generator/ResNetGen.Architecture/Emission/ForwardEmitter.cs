using ResNetGen.Architecture.Analysis;
using ResNetGen.Architecture.Networks;

namespace ResNetGen.Architecture.Emission;

/// <summary>Writes what runs a network: <c>forward</c>, <c>Features</c>, and the checks of their input.</summary>
internal sealed class ForwardEmitter(CodeWriter writer, Network network, NetworkAnalysis analysis, string name)
{
    public void Write()
    {
        Forward();
        writer.Line();
        Features();
        writer.Line();
        Chain.Method(writer, $"private {Names.Tensor} RunStem({Names.Tensor} input)", network.Stem.Body, "input");
        writer.Line();
        if (HasTail(network))
            writer.Braces($"private {Names.Tensor} RunHead({Names.Tensor} x)", Tail).Line();

        Checks();
    }

    /// <summary>Whether anything runs behind the last stage.</summary>
    public static bool HasTail(Network network) => network.Head is not null || network.Final.Count > 0;

    /// <summary>Whether a 1x1 convolution classifies more numbers than there are channels: the pooled map is no pixel.</summary>
    public static bool ClassifiesFlattened(Network network) => network.Head is { Classifier: Convolution classifier }
        && classifier.In != network.Stages[network.Stages.Count - 1].Blocks[0].Residual.OfType<Convolution>().Last().Out;

    /// <summary>The line that checks what forward is given.</summary>
    public static string CheckOf(Network network) => network.IsSizeFixed ? "CheckSize(input);" : "Check(input);";

    /// <summary>The line of documentation that tells which inputs are refused.</summary>
    public static string Refusal(bool isSizeFixed) =>
        $"/// <exception cref=\"global::System.ArgumentException\">The input has another rank{(isSizeFixed ? ", another size" : "")} or other channels.</exception>";

    private string Sizes => network.IsSizeFixed ? $"{Names.Number(network.Input.Height)}, {Names.Number(network.Input.Width)}" : "H, W";

    private void Forward()
    {
        var channels = Names.Number(network.Input.Channels);
        writer.Summary(network.Head is { } head
            ? $"Classifies pictures: [N, {channels}, {Sizes}] to logits [N, {Names.Number(head.Classes)}]."
            : $"Runs the whole network: [N, {channels}, H, W] to the last map, [N, {Names.Number(analysis.Taps[analysis.Taps.Count - 1].Shape.Channels)}, h, w].");
        Exception(network.IsSizeFixed);
        writer.Braces($"public override {Names.Tensor} forward({Names.Tensor} input)", () =>
        {
            writer.Line(CheckOf(network)).Line("var x = RunStem(input);").Line("OnTap(1, ref x);");
            foreach (var layer in network.PoolRun)
                writer.Line($"x = Then(x, {Names.Member(layer)});");
            for (var s = 0; s < network.StagesRun; s++)
                writer.Line($"x = Then(x, {Names.StageMember(s)});").Line($"OnTap({Names.Number(s + 2)}, ref x);");

            writer.Line(HasTail(network) ? "return RunHead(x);" : "return x;");
        });
    }

    private void Tail()
    {
        foreach (var layer in network.Final)
            writer.Line(layer is Activation activation ? $"x = {ActivationCode.OfOwned(activation, "x")};" : $"x = Then(x, {Names.Member(layer)});");

        if (network.Head is not { } head)
        {
            writer.Line("return x;");
            return;
        }

        // A 1x1 convolution takes the pooled map if it is one pixel, and else its numbers as a map of one pixel.
        var isConvolution = head.Classifier is Convolution;
        var isPixel = isConvolution && !ClassifiesFlattened(network);
        var pool = $"Then(x, {Names.Member(head.Pool)})";
        writer.Line($"x = {(isPixel ? pool : $"Flatten({pool})")};");
        if (head.Dropout is { } dropout)
            writer.Line($"x = Then(x, {Names.Member(dropout)});");

        var result = $"Then({(isConvolution && !isPixel ? "Pixel(x)" : "x")}, {Names.Member(head.Classifier)})";
        writer.Line($"return {(isConvolution ? $"Flatten({result})" : result)};");
    }

    private void Features()
    {
        var taps = network.Taps;
        writer.Summary("Returns the maps that other networks build upon; dispose them when done.");
        Exception(isSizeFixed: false);
        writer.Braces($"public FeatureMaps Features({Names.Tensor} input)", () =>
        {
            writer.Line("Check(input);").Line("var c1 = RunStem(input);").Line("OnTap(1, ref c1);");
            var (before, isKept) = ("c1", taps.Contains(1));
            var last = taps[taps.Count - 1];
            for (var i = 0; last > 1 && i < network.Stem.Pool.Count; i++)
            {
                writer.Line($"{(i == 0 ? "var " : "")}pooled = {Run(before, isKept, Names.Member(network.Stem.Pool[i]))};");
                (before, isKept) = ("pooled", false);
            }

            for (var level = 2; level <= last; level++)
            {
                var map = "c" + Names.Number(level);
                writer.Line($"var {map} = {Run(before, isKept, Names.StageMember(level - 2))};").Line($"OnTap({Names.Number(level)}, ref {map});");
                (before, isKept) = (map, taps.Contains(level));
            }

            writer.Line($"return new FeatureMaps({string.Join(", ", taps.Select(t => "c" + Names.Number(t)))});");
        });
    }

    // A map that is not handed out dies where the next one is made.
    private static string Run(string before, bool isKept, string module) =>
        isKept ? $"{module}.call({before})" : $"Then({before}, {module})";

    private void Exception(bool isSizeFixed)
    {
        writer.Line(Refusal(isSizeFixed)).Line(Names.GeneratedCode);
    }

    private void Checks()
    {
        var channels = Names.Number(network.Input.Channels);
        Check("Check", $"shape.Length != 4 || shape[1] != {channels}", $"[N, {channels}, H, W]");
        if (!network.IsSizeFixed)
            return;

        writer.Line().Line("// The linear layer is made for one size of the pooled map.");
        Check(
            "CheckSize",
            $"shape.Length != 4 || shape[1] != {channels} || shape[2] != {Names.Number(network.Input.Height)} || shape[3] != {Names.Number(network.Input.Width)}",
            $"[N, {channels}, {Sizes}]");
    }

    private void Check(string method, string condition, string expected) =>
        writer.Braces($"private static void {method}({Names.Tensor} input)", () => writer
            .Line("var shape = input.shape;")
            .Line($"if ({condition})")
            .Braces(() => writer
                .Line("throw new global::System.ArgumentException(")
                .Indented($"\"{name} takes {expected}, not [\" + string.Join(\", \", shape) + \"].\", nameof(input));")));
}
