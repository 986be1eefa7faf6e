using ResNetGen.LibTorch.Inference;
using static TorchSharp.torch;

namespace ResNetGen.LibTorch.Tests.Inference;

/// <summary>Fused convolutions against libtorch's own operators, one after the other.</summary>
public sealed class FusedConvolutionTests
{
    private const double Tolerance = 3e-5;

    public FusedConvolutionTests() => random.manual_seed(1);

    public static TheoryData<int, int, int, int, int, int, int, int> Shapes()
    {
        // in, out, kernel, stride, padding, dilation, groups, size
        var shapes = new TheoryData<int, int, int, int, int, int, int, int>
        {
            { 3, 64, 7, 2, 3, 1, 1, 33 },
            { 3, 16, 3, 1, 1, 1, 1, 17 },
            { 4, 8, 3, 1, 1, 1, 1, 9 },
            { 12, 12, 3, 1, 1, 1, 1, 10 },
            { 16, 12, 1, 1, 0, 1, 1, 7 },
            { 12, 16, 5, 2, 2, 1, 1, 11 },
            { 16, 16, 3, 1, 1, 1, 1, 8 },
            { 16, 32, 3, 2, 1, 1, 1, 9 },
            { 64, 64, 3, 1, 1, 1, 1, 14 },
            { 64, 64, 3, 1, 2, 2, 1, 13 },
            { 64, 32, 3, 1, 4, 4, 1, 7 },
            { 16, 16, 3, 1, 0, 1, 1, 13 },
            { 16, 48, 3, 1, 2, 1, 1, 11 },
            { 8, 16, 3, 1, 1, 1, 1, 16 },
            { 64, 64, 3, 1, 1, 1, 1, 41 },
            { 128, 256, 3, 1, 1, 1, 1, 14 },
            { 64, 128, 1, 2, 0, 1, 1, 15 },
            { 24, 40, 3, 1, 0, 1, 1, 6 },
            { 64, 64, 3, 1, 1, 1, 1, 1 },
            { 128, 128, 3, 1, 1, 1, 32, 9 },
            { 128, 128, 3, 2, 1, 1, 32, 9 },
            { 64, 64, 3, 1, 1, 1, 4, 8 },
            { 32, 32, 3, 2, 1, 1, 32, 9 },
            { 12, 12, 3, 1, 1, 1, 12, 6 },
            { 12, 24, 3, 1, 1, 1, 3, 6 },
            { 16, 16, 5, 1, 2, 1, 1, 8 },
            { 16, 16, 1, 1, 0, 1, 16, 9 },
            { 12, 12, 1, 1, 0, 1, 12, 7 },
            { 32, 32, 1, 2, 0, 1, 32, 7 },
        };
        return shapes;
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Equals_the_operators_one_after_the_other(
        int channels, int planes, int kernel, int stride, int padding, int dilation, int groups, int size)
    {
        random.manual_seed(channels * 7 + planes);
        foreach (int batch in (int[])[1, 3])
        {
            using var scope = NewDisposeScope();
            using var noGrad = no_grad();
            Tensor weight = randn(planes, channels / groups, kernel, kernel) * Math.Pow(channels / groups * kernel * kernel, -0.5);
            Tensor? bias = batch == 1 ? randn(planes) : null;
            Tensor x = randn(batch, channels, size, size + 2);
            Tensor sum = Convolve(x, weight, bias, padding, stride, dilation, groups);
            Tensor addend = randn(sum.shape);
            foreach (Tensor input in (Tensor[])[x, .. Blocked.All(x)])
            {
                foreach (Tensor? added in (Tensor?[])[null, addend, .. Blocked.All(addend)])
                {
                    FusedActivation activation = added is null ? FusedActivation.None : FusedActivation.Relu;
                    using Tensor expected = added is null ? sum.alias() : (sum + addend).relu_();
                    var settings = new ConvolutionSettings((stride, stride), (padding, padding), (dilation, dilation), groups, activation);
                    using IConvolution best = InferenceEngine.Create(weight, bias, settings, 2);
                    using IConvolution operators = new AtenConvolution(weight, bias, settings);
                    using IConvolution sideBySide = new AtenConvolution(weight, bias, settings, channelsLast: true);
                    using IConvolution? scale = AtenScale.Takes(weight, settings) ? new AtenScale(weight, bias, settings) : null;
                    foreach (IConvolution convolution in (IConvolution[])[best, operators, sideBySide, .. scale is null ? [] : (IConvolution[])[scale]])
                    {
                        // The addend's memory may be the result's.
                        using Tensor? own = added?.clone();
                        using Tensor fused = convolution.Run(input, own);
                        using Tensor actual = Fused.Plain(fused);
                        Near.Equal(expected, actual, Tolerance, $"{convolution}: batch {batch}, x {input.dim()}, addend {added?.dim()}");
                    }
                }
            }
        }
    }

    [Theory]
    [InlineData(FusedActivation.None)]
    [InlineData(FusedActivation.Relu)]
    [InlineData(FusedActivation.Relu6)]
    [InlineData(FusedActivation.LeakyRelu)]
    [InlineData(FusedActivation.Elu)]
    [InlineData(FusedActivation.Silu)]
    [InlineData(FusedActivation.Gelu)]
    [InlineData(FusedActivation.Hardswish)]
    public void Every_activation_is_libtorchs_with_and_without_an_addend(FusedActivation activation)
    {
        using var scope = NewDisposeScope();
        random.manual_seed(3);
        foreach (int kernel in (int[])[1, 3])
        {
            Tensor weight = randn(16, 16, kernel, kernel);
            Tensor x = randn(2, 16, 9, 9);
            Tensor sum = Convolve(x, weight, null, kernel / 2);
            Tensor addend = randn(sum.shape);
            using var convolution = new FusedConvolution(
                weight, null, (1, 1), (kernel / 2, kernel / 2), (1, 1), 1, activation, 1, false);
            Near.Equal(Apply(sum, activation), Fused.Plain(convolution.Run(x)), Tolerance, "without");
            Near.Equal(Apply(sum + addend, activation), Fused.Plain(convolution.Run(x, addend.clone())), Tolerance, "with");
        }
    }

    [Fact]
    public void The_input_and_the_weights_stay_as_they_are()
    {
        using var scope = NewDisposeScope();
        Tensor weight = randn(16, 16, 3, 3).requires_grad_();
        Tensor weightBefore = weight.detach().clone();
        Tensor x = randn(1, 16, 8, 8);
        Tensor xBefore = x.clone();
        using var convolution = Of(weight);
        Tensor first = Fused.Plain(convolution.Run(x));
        using (no_grad())
            weight.zero_();
        Tensor second = Fused.Plain(convolution.Run(x));
        Assert.True(Near.Same(xBefore, x));
        Assert.True(Near.Same(first, second));
        Assert.False(Near.Same(weightBefore, weight));
        Assert.False(first.requires_grad);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void The_input_may_be_its_own_addend(int kernel)
    {
        using var scope = NewDisposeScope();
        Tensor weight = randn(16, 16, kernel, kernel);
        Tensor x = randn(1, 16, 13, 13);
        using var convolution = new FusedConvolution(weight, null, (1, 1), (kernel / 2, kernel / 2), (1, 1), 1, FusedActivation.None, 4, false);
        foreach (Tensor layout in (Tensor[])[x, .. Blocked.All(x)])
        {
            Tensor before = layout.clone();
            Near.Equal(Convolve(x, weight, null, kernel / 2) + x, Fused.Plain(convolution.Run(layout, layout)), Tolerance, $"{layout.dim()}");
            Assert.True(Near.Same(before, layout));
        }
    }

    [Fact]
    public void A_strided_view_is_read_as_what_it_says()
    {
        using var scope = NewDisposeScope();
        Tensor weight = randn(16, 16, 3, 3);
        Tensor view = randn(2, 32, 9, 9).narrow(1, 8, 16).transpose(2, 3);
        using var convolution = Of(weight);
        Near.Equal(Convolve(view, weight, null, 1), Fused.Plain(convolution.Run(view)), Tolerance, "view");
    }

    [Fact]
    public void Another_type_of_input_is_converted()
    {
        using var scope = NewDisposeScope();
        Tensor weight = randn(16, 16, 3, 3);
        Tensor x = randn(1, 16, 8, 8);
        using var convolution = Of(weight);
        Tensor actual = Fused.Plain(convolution.Run(x.to(ScalarType.Float64)));
        Assert.Equal(ScalarType.Float32, actual.dtype);
        Near.Equal(Convolve(x, weight, null, 1), actual, Tolerance, "float64");
    }

    [Fact]
    public void In_bfloat16_the_result_is_bfloat16_and_close()
    {
        using var scope = NewDisposeScope();
        Tensor weight = randn(16, 16, 3, 3);
        Tensor bias = randn(16);
        Tensor x = randn(1, 16, 8, 8);
        using var convolution = new FusedConvolution(weight, bias, (1, 1), (1, 1), (1, 1), 1, FusedActivation.Relu, 1, true);
        Tensor actual = Fused.Plain(convolution.Run(x));
        Assert.Equal(ScalarType.BFloat16, actual.dtype);

        // Operators of libtorch 1.13 round each of the 144 products' sums to 8 bits.
        Near.Equal(Convolve(x, weight, bias, 1).relu_(), actual, 0.05, "bfloat16");
    }

    [Fact]
    public void In_bfloat16_a_scale_of_each_channel_is_close()
    {
        using var scope = NewDisposeScope();
        Tensor weight = randn(16, 1, 1, 1);
        Tensor bias = randn(16);
        Tensor x = randn(2, 16, 8, 8);
        using var convolution = new FusedConvolution(weight, bias, (1, 1), (0, 0), (1, 1), 16, FusedActivation.Relu, 1, true);
        Tensor actual = Fused.Plain(convolution.Run(x));
        Assert.Equal(ScalarType.BFloat16, actual.dtype);
        Near.Equal(Convolve(x, weight, bias, 0, groups: 16).relu_(), actual, 0.01, "bfloat16");
    }

    [Fact]
    public void No_pictures_give_no_results()
    {
        using var scope = NewDisposeScope();
        using var convolution = Of(randn(16, 16, 3, 3));
        Assert.Equal([0, 16, 8, 8], Fused.Plain(convolution.Run(zeros(0, 16, 8, 8))).shape);
    }

    [Fact]
    public void What_cannot_be_is_refused()
    {
        using var scope = NewDisposeScope();
        Tensor weight = randn(16, 16, 3, 3);
        Assert.Throws<ArgumentException>(() => Of(randn(16, 16, 3)));
        Assert.Throws<ArgumentException>(() => new FusedConvolution(weight, randn(8), (1, 1), (1, 1), (1, 1), 1, FusedActivation.None, 1, false));
        Assert.Throws<ArgumentException>(() => new FusedConvolution(weight, null, (1, 1), (1, 1), (1, 1), 3, FusedActivation.None, 1, false));
        Assert.Throws<ArgumentOutOfRangeException>(() => new FusedConvolution(weight, null, (1, 1), (1, 1), (1, 1), 1, FusedActivation.None, 0, false));
        using var convolution = Of(weight);
        Assert.Contains("16", Assert.ThrowsAny<Exception>(() => convolution.Run(randn(1, 8, 8, 8))).Message, StringComparison.Ordinal);
        Assert.ThrowsAny<Exception>(() => convolution.Run(randn(1, 16, 8, 8), randn(1, 16, 4, 4)));
        convolution.Dispose();
        Assert.Throws<ObjectDisposedException>(() => convolution.Run(randn(1, 16, 8, 8)));
    }

    private static FusedConvolution Of(Tensor weight) =>
        new(weight, null, (1, 1), (1, 1), (1, 1), 1, FusedActivation.None, 4, false);

    private static Tensor Convolve(Tensor x, Tensor weight, Tensor? bias, long padding, long stride = 1, long dilation = 1, long groups = 1) =>
        nn.functional.conv2d(x, weight, bias, [stride, stride], [padding, padding], [dilation, dilation], groups);

    private static Tensor Apply(Tensor x, FusedActivation activation) => activation switch
    {
        FusedActivation.Relu => nn.functional.relu(x),
        FusedActivation.Relu6 => x.clamp(0, 6),
        FusedActivation.LeakyRelu => nn.functional.leaky_relu(x, 0.01),
        FusedActivation.Elu => nn.functional.elu(x, 1.0),
        FusedActivation.Silu => x * x.sigmoid(),
        FusedActivation.Gelu => nn.functional.gelu(x),
        FusedActivation.Hardswish => x * (x + 3).clamp(0, 6) / 6,
        _ => x,
    };
}
