using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ResNetGen.LibTorch.Tests.Modules;

public sealed class InitializationTests
{
    [Fact]
    public void A_convolution_draws_what_Python_draws()
    {
        manual_seed(0);
        using var convolution = Conv2d(2, 3, 3);
        using var first = convolution.weight[0];
        Expect.SameBits(PythonValues.ConvWeight, first);
        Expect.SameBits(PythonValues.ConvBias, convolution.bias!);
    }

    [Fact]
    public void A_grouped_convolution_without_bias_draws_what_Python_draws()
    {
        manual_seed(1);
        using var convolution = Conv2d(4, 4, (1, 3), groups: 2, bias: false);
        Assert.Null(convolution.bias);
        Assert.Equal([4, 2, 1, 3], convolution.weight.shape);
        Expect.SameBits(PythonValues.GroupedConvWeight, convolution.weight);
    }

    [Fact]
    public void A_linear_layer_draws_what_Python_draws()
    {
        manual_seed(2);
        using var linear = Linear(5, 3);
        Expect.SameBits(PythonValues.LinearWeight, linear.weight);
        Expect.SameBits(PythonValues.LinearBias, linear.bias!);
    }

    [Fact]
    public void Uniform_fillings_are_equal_to_the_bit()
    {
        Same(PythonValues.KaimingUniform, t => init.kaiming_uniform_(t, 1));
        Same(PythonValues.XavierUniform, t => init.xavier_uniform_(t));
        Same(PythonValues.Uniform, t => init.uniform_(t, -3, 5));

        static void Same(float[] expected, Func<Tensor, Tensor> fill)
        {
            using var tensor = Filled(fill);
            Expect.SameBits(expected, tensor);
        }
    }

    [Fact]
    public void Normal_fillings_are_Pythons()
    {
        Close(PythonValues.KaimingNormal, t => init.kaiming_normal_(t, mode: init.FanInOut.FanOut, nonlinearity: init.NonlinearityType.ReLU));
        Close(PythonValues.XavierNormal, t => init.xavier_normal_(t, 2));
        Close(PythonValues.Normal, t => init.normal_(t, 1, 2));
        Close(PythonValues.TruncatedNormal, t => init.trunc_normal_(t));
        Close(PythonValues.TruncatedNormalNarrow, t => init.trunc_normal_(t, std: 0.02));

        static void Close(float[] expected, Func<Tensor, Tensor> fill)
        {
            using var tensor = Filled(fill);
            Expect.Close(expected, tensor);
        }
    }

    [Fact]
    public void A_generator_of_ones_own_leaves_the_common_one_alone()
    {
        using var own = new Generator(3);
        manual_seed(9);
        using var tensor = empty([4, 5]);
        init.uniform_(tensor, -3, 5, own);
        Expect.SameBits(PythonValues.Uniform, tensor);

        using var after = rand(1);
        manual_seed(9);
        using var untouched = rand(1);
        Assert.Equal(untouched.item<float>(), after.item<float>());
    }

    [Fact]
    public void Constants_fill_parameters_that_want_gradients()
    {
        using var parameter = Parameter(zeros(3));
        Assert.Same(parameter, init.constant_(parameter, 2.5));
        Assert.Equal([2.5f, 2.5f, 2.5f], Expect.Floats(parameter));
        Assert.Equal([1f, 1f, 1f], Expect.Floats(init.ones_(parameter)));
        Assert.Equal([0f, 0f, 0f], Expect.Floats(init.zeros_(parameter)));
        Assert.True(parameter is { requires_grad: true, is_leaf: true });
    }

    [Fact]
    public void Eye_has_ones_on_its_diagonal()
    {
        using var matrix = ones(2, 3);
        Assert.Equal([1f, 0f, 0f, 0f, 1f, 0f], Expect.Floats(init.eye_(matrix)));
        using var cube = ones(2, 3, 4);
        Assert.Throws<ArgumentException>(() => init.eye_(cube));
    }

    [Fact]
    public void Gains_and_fans_are_PyTorchs()
    {
        Assert.Equal(Math.Sqrt(2), init.calculate_gain(init.NonlinearityType.ReLU));
        Assert.Equal(Math.Sqrt(2 / 1.04), init.calculate_gain(init.NonlinearityType.LeakyReLU, 0.2));
        Assert.Equal(5.0 / 3, init.calculate_gain(init.NonlinearityType.Tanh));
        Assert.Equal(1, init.calculate_gain(init.NonlinearityType.Sigmoid));
        using var kernel = empty(8, 4, 3, 5);
        Assert.Equal((60, 120), init.CalculateFanInAndFanOut(kernel));
        using var vector = empty(8);
        Assert.Throws<ArgumentException>(() => init.CalculateFanInAndFanOut(vector));
    }

    [Fact]
    public void Normalisations_start_as_the_identity()
    {
        using var norm = BatchNorm2d(2);
        Assert.Equal([1f, 1f], Expect.Floats(norm.weight));
        Assert.Equal([0f, 0f], Expect.Floats(norm.bias!));
        Assert.Equal([0f, 0f], Expect.Floats(norm.running_mean!));
        Assert.Equal([1f, 1f], Expect.Floats(norm.running_var!));
        Assert.Equal(0, norm.num_batches_tracked!.item<long>());
    }

    [Fact]
    public void Parameters_are_made_with_the_asked_dtype()
    {
        using var convolution = Conv2d(1, 1, 1, dtype: ScalarType.Float64);
        using var norm = BatchNorm2d(1, dtype: ScalarType.Float64, device: CPU);
        Assert.Equal(ScalarType.Float64, convolution.weight.dtype);
        Assert.Equal(ScalarType.Float64, convolution.bias!.dtype);
        Assert.Equal(ScalarType.Float64, norm.running_var!.dtype);
        Assert.Equal(ScalarType.Int64, norm.num_batches_tracked!.dtype);
    }

    private static Tensor Filled(Func<Tensor, Tensor> fill)
    {
        manual_seed(3);
        return fill(empty(4, 5));
    }
}
