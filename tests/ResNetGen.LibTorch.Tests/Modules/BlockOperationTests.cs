using static ResNetGen.LibTorch.Tests.Modules.Expect;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ResNetGen.LibTorch.Tests.Modules;

/// <summary>What blocks call besides their layers: activations on tensors, dropping, normalisation by hand.</summary>
public sealed class BlockOperationTests : IDisposable
{
    private readonly IDisposable scope = NewDisposeScope();
    private readonly Tensor x;

    public BlockOperationTests()
    {
        manual_seed(4);
        x = randn(2, 4, 5, 5);
    }

    public void Dispose() => scope.Dispose();

    [Fact]
    public void Elu_computes_Pythons_values()
    {
        Close(PythonValues.EluOutput, functional.elu(x, 0.7)[0, 0, 0]);
        Close(PythonValues.EluOutput, ELU(0.7).call(x)[0, 0, 0]);
        Close(PythonValues.EluOutput, x.elu(0.7)[0, 0, 0]);
        Close(PythonValues.ScaledEluOutput, x.elu(0.7, 1.5, 0.5)[0, 0, 0]);
        Close(Floats(functional.elu(x, 1)), x.elu());
        Close(Floats(functional.elu(x, 1)), ELU().call(x));
    }

    [Fact]
    public void Elu_in_place_changes_its_input_and_gives_a_handle_of_its_own()
    {
        var input = x.clone();
        var output = functional.elu(input, 0.7, inplace: true);
        Assert.NotSame(input, output);
        Close(PythonValues.EluOutput, input[0, 0, 0]);
        input.Dispose();
        Close(PythonValues.EluOutput, output[0, 0, 0]);
        var other = x.clone();
        ELU(0.7, inplace: true).call(other);
        Close(PythonValues.EluOutput, other[0, 0, 0]);
    }

    [Fact]
    public void Activations_are_on_tensors_too()
    {
        Close(PythonValues.CappedRelu6Output, (x * 8).relu6()[0, 0, 0]);
        Close(PythonValues.CappedRelu6Output, functional.relu6(x * 8)[0, 0, 0]);
        Close(PythonValues.SiluOutput, x.silu()[0, 0, 0]);
        Close(PythonValues.SigmoidOutput, x.sigmoid()[0, 0, 0]);
        Close(PythonValues.GeluOutput, x.gelu()[0, 0, 0]);
        Close(PythonValues.GeluTanhOutput, x.gelu(TorchSharp.Modules.GELU.Approximate.tanh)[0, 0, 0]);
        Close(PythonValues.GeluOutput, x.gelu(TorchSharp.Modules.GELU.Approximate.none)[0, 0, 0]);
        Close(PythonValues.HardswishOutput, x.hardswish()[0, 0, 0]);
        Close(PythonValues.LeakyReluOutput, x.leaky_relu(0.2)[0, 0, 0]);
        Close(PythonValues.LeakyReluOutput, functional.leaky_relu(x, 0.2)[0, 0, 0]);
        Close(PythonValues.HardswishOutput, functional.hardswish(x)[0, 0, 0]);
    }

    [Fact]
    public void In_place_activations_on_tensors_return_the_tensor_itself()
    {
        Same(PythonValues.CappedRelu6Output, t => t.mul_(8).relu6_());
        Same(PythonValues.SiluOutput, t => t.silu_());
        Same(PythonValues.SigmoidOutput, t => t.sigmoid_());
        Same(PythonValues.GeluOutput, t => t.gelu_());
        Same(PythonValues.GeluTanhOutput, t => t.gelu_(TorchSharp.Modules.GELU.Approximate.tanh));
        Same(PythonValues.HardswishOutput, t => t.hardswish_());
        Same(PythonValues.LeakyReluOutput, t => t.leaky_relu_(0.2));
        Same(PythonValues.EluOutput, t => t.elu_(0.7));
        Same(PythonValues.ScaledEluOutput, t => t.elu_(0.7, 1.5, 0.5));
        Close(Floats(x.elu()), x.clone().elu_());

        void Same(float[] expected, Func<Tensor, Tensor> change)
        {
            var input = x.clone();
            Assert.Same(input, change(input));
            Close(expected, input[0, 0, 0]);
        }
    }

    [Fact]
    public void Dropout2d_drops_the_channels_that_Python_drops()
    {
        manual_seed(5);
        using var dropout = Dropout2d(0.4);
        SameBits(PythonValues.Dropout2dOutput, dropout.call(Channels()));
        SameBits(PythonValues.Dropout2dAfter, rand(2));
        manual_seed(5);
        SameBits(PythonValues.Dropout2dOutput, functional.dropout2d(Channels(), 0.4));
    }

    [Fact]
    public void Dropout2d_drops_in_training_only()
    {
        using var dropout = Dropout2d(0.4);
        dropout.eval();
        var input = Channels();
        var output = dropout.call(input);
        Assert.NotSame(input, output);
        input.Dispose();
        Assert.Equal(Floats(Channels()), Floats(output));
        Assert.Throws<ArgumentException>(() => Dropout2d(-0.1));
        Assert.Equal((0.5, false), (Dropout2d().p, Dropout2d().inplace));
    }

    [Fact]
    public void Dropout2d_in_place_changes_its_input()
    {
        manual_seed(5);
        var input = Channels();
        using var dropout = Dropout2d(0.4, inplace: true);
        var output = dropout.call(input);
        SameBits(PythonValues.Dropout2dOutput, input);
        SameBits(PythonValues.Dropout2dOutput, output);
    }

    [Fact]
    public void A_mask_of_samples_is_Pythons()
    {
        manual_seed(5);
        var mask = ones(1).new_empty([6, 1, 1, 1]);
        Assert.Same(mask, mask.bernoulli_(0.6).div_(0.6));
        SameBits(PythonValues.DropPathMask, mask);
        Assert.Equal(ScalarType.Float64, ones(1, dtype: ScalarType.Float64).new_empty([6, 1, 1, 1]).dtype);
    }

    [Fact]
    public void Batch_normalisation_by_hand_computes_Pythons_values()
    {
        var mean = arange(4, dtype: ScalarType.Float32);
        var variance = arange(1, 5, dtype: ScalarType.Float32);
        Close(PythonValues.BatchNormByHand, functional.batch_norm(x, mean, variance, variance, mean, false, 0.1, 1e-3)[0].slice(1, 0, 1, 1).slice(2, 0, 1, 1));
        Assert.Equal([0f, 1f, 2f, 3f], Floats(mean));
        functional.batch_norm(x, mean, variance, null, null, true, 0.3, 1e-3);
        Close(PythonValues.BatchNormMovedMean, mean);
        Close(PythonValues.BatchNormMovedVariance, variance);
    }

    [Fact]
    public void Pools_divide_and_round_up_as_Pythons()
    {
        Close(PythonValues.AvgPoolDivisorOutput, AvgPool2d(3, 2, 1, false, true, 5).call(x)[0, 0]);
        Close(PythonValues.AvgPoolPaddedOutput, AvgPool2d(3, 2, 1, false, false, null).call(x)[0, 0]);
        Close(PythonValues.MaxPoolCeilOutput, MaxPool2d(2, 2, 1, ceil_mode: true).call(x)[0, 0]);
    }

    [Fact]
    public void Padding_by_one_number_is_padding_on_all_sides()
    {
        var padded = ZeroPad2d(2).call(x);
        Assert.Equal([2, 4, 9, 9], padded.shape);
        Assert.Equal(Floats(x), Floats(padded.slice(2, 2, 7, 1).slice(3, 2, 7, 1)));
        Assert.Equal(x.abs().sum().item<float>(), padded.abs().sum().item<float>(), 1e-3f);
        var mirrored = ReflectionPad2d(2).call(x);
        Assert.Equal([2, 4, 9, 9], mirrored.shape);
        Assert.Equal(Floats(x[1, 3, 2]), Floats(mirrored[1, 3, 0].slice(0, 2, 7, 1)));
    }

    // [2, 5, 1, 3]: five channels of three known values in each of two images.
    private static Tensor Channels() => arange(1, 31, dtype: ScalarType.Float32).view(2, 5, 1, 3);
}
