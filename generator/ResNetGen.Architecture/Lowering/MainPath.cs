using System.Globalization;
using ResNetGen.Architecture.Diagnostics;
using ResNetGen.Architecture.Networks;
using ResNetGen.Architecture.Specs;
using ResNetGen.Architecture.Text;

namespace ResNetGen.Architecture.Lowering;

/// <summary>One block's place in its network.</summary>
/// <param name="In">The channels that go in.</param>
/// <param name="Stride">The block's stride.</param>
/// <param name="Dilation">The block's dilation.</param>
/// <param name="StageDilation">The dilation of its stage.</param>
/// <param name="IsFirst">Whether it is the first of its stage.</param>
internal readonly record struct BlockPlace(int In, int Stride, int Dilation, int StageDilation, bool IsFirst);

/// <summary>Lowers the main path of a block: its convolutions, and what stands between them.</summary>
internal sealed class MainPath(StageSettings settings, StageWidths widths, KeyNames names, string stage, Findings findings)
{
    /// <summary>Builds the main path: what comes before a projection, and the rest.</summary>
    public (EquatableArray<Layer> Before, EquatableArray<Layer> Residual) Build(BlockPlace place)
    {
        var convolutions = settings.IsBottleneck ? Bottleneck(place) : Basic(place);
        var (before, residual) = (new List<Layer>(), new List<Layer>());
        for (var i = 0; i < convolutions.Length; i++)
        {
            var convolution = convolutions[i];
            var isStrided = convolution.Shape.Stride > 1 && settings.AntiAliasing != AntiAliasing.None;
            if (isStrided)
                convolution = WithoutStride(convolution, place.Dilation);

            if (settings.IsPreactivated)
            {
                NormAndActivation(i == 0 ? before : residual, i, convolution.In);
                Between(residual, convolutions, i);
                residual.Add(convolution);
                continue;
            }

            Between(residual, convolutions, i);
            residual.Add(convolution);
            settings.Norm.AddTo(residual, NormKey(i), convolution.Out, stage, findings);
            if (i < convolutions.Length - 1)
                residual.Add(settings.Activation);
        }

        settings.AddAttention(residual, widths.Output);
        return (before.ToEquatableArray(), residual.ToEquatableArray());
    }

    private Convolution[] Basic(BlockPlace place)
    {
        var second = settings.BasicDilation == BasicDilation.Both ? place.StageDilation : 1;
        return
        [
            Convolution(1, place.In, widths.First, 3, place.Stride, place.Dilation),
            Convolution(2, widths.First, widths.Output, 3, 1, second),
        ];
    }

    private Convolution[] Bottleneck(BlockPlace place)
    {
        var (first, second) = settings.StridePlacement == StridePlacement.V1 ? (place.Stride, 1) : (1, place.Stride);
        return
        [
            Convolution(1, place.In, widths.First, 1, first, 1),
            Convolution(2, widths.First, widths.Inner, 3, second, place.Dilation, settings.Groups),
            Convolution(3, widths.Inner, widths.Output, 1, 1, 1),
        ];
    }

    private Convolution Convolution(int number, int input, int output, int kernel, int stride, int dilation, int groups = 1) => new(
        "conv" + number.ToString(CultureInfo.InvariantCulture),
        input,
        output,
        new Window(kernel, stride, kernel == 1 ? 0 : settings.Padding(stride, dilation), dilation),
        groups,
        settings.HasBias);

    // Behind norm and activation of the convolution before: what strides in its place, and dropout.
    private void Between(List<Layer> layers, Convolution[] convolutions, int index)
    {
        if (index == 0)
            return;

        var stride = convolutions[index - 1].Shape.Stride;
        if (stride > 1 && settings.AntiAliasing == AntiAliasing.Blur)
            layers.Add(new BlurPool("aa", stride));
        else if (stride > 1 && settings.AntiAliasing == AntiAliasing.Average)
            layers.Add(new AveragePool("aa", new Window(stride, stride)));

        if (settings.Dropout > 0 && index == convolutions.Length - 1)
            layers.Add(new Dropout("dropout", settings.Dropout));
    }

    private void NormAndActivation(List<Layer> layers, int index, int channels)
    {
        settings.Norm.AddTo(layers, NormKey(index), channels, stage, findings);
        layers.Add(settings.Activation);
    }

    private string NormKey(int index) => names.Norm(settings.Norm.Kind) + (index + 1).ToString(CultureInfo.InvariantCulture);

    private static Convolution WithoutStride(Convolution convolution, int dilation) => convolution with
    {
        Shape = convolution.Shape with { Stride = 1, Padding = convolution.Shape.Kernel == 1 ? 0 : dilation },
    };
}
