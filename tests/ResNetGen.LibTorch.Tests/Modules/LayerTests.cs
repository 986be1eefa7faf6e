using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ResNetGen.LibTorch.Tests.Modules;

public sealed class LayerTests : IDisposable
{
    private readonly IDisposable scope = NewDisposeScope();
    private readonly Tensor x;

    public LayerTests()
    {
        manual_seed(4);
        x = randn(2, 4, 5, 5);
    }

    public void Dispose() => scope.Dispose();

    [Fact]
    public void Convolutions_compute_Pythons_values()
    {
        using var convolution = Conv2d(4, 2, 3, stride: 2, padding: 1);
        using var output = convolution.call(x);
        Assert.Equal([2, 2, 3, 3], output.shape);
        Expect.Close(PythonValues.ConvOutput, output);
    }

    [Fact]
    public void Dilated_and_grouped_convolutions_compute_Pythons_values()
    {
        using var convolution = Conv2d(4, 4, 3, padding: 2, dilation: 2, groups: 4, bias: false);
        Expect.Close(PythonValues.DilatedConvOutput, convolution.call(x)[0, 0]);
    }

    [Fact]
    public void Padding_by_rule_keeps_the_size()
    {
        using var same = Conv2d(4, 1, (2, 3), Padding.Same);
        Assert.Null(same.padding);
        Expect.Close(PythonValues.SameConvOutput, same.call(x)[1, 0]);
        using var valid = Conv2d(4, 1, 3, Padding.Valid);
        Assert.Equal([2, 1, 3, 3], valid.call(x).shape);
        Assert.Throws<ArgumentException>(() => Conv2d(4, 1, 3, Padding.Same, stride: 2));
    }

    [Fact]
    public void Convolutions_refuse_what_they_cannot_do()
    {
        Assert.Throws<NotSupportedException>(() => Conv2d(4, 4, 3, padding: 1, padding_mode: PaddingModes.Reflect));
        Assert.Throws<ArgumentException>(() => Conv2d(4, 4, 3, groups: 3));
    }

    [Fact]
    public void The_settings_of_a_convolution_can_be_read_and_changed()
    {
        using var convolution = Conv2d(4, 8, 3, stride: 2, padding: 1, groups: 2, bias: false);
        Assert.Equal((4, 8, 2), (convolution.in_channels, convolution.out_channels, convolution.groups));
        Assert.Equal([2, 2], convolution.stride);
        Assert.Equal([1, 1], convolution.padding!);
        convolution.stride = [1, 1];
        convolution.SetPadding([0, 0]);
        Assert.Equal([2, 8, 3, 3], convolution.call(x).shape);
    }

    [Fact]
    public void Batch_normalisation_trains_as_Pythons()
    {
        using var norm = BatchNorm2d(4);
        Expect.Close(PythonValues.BatchNormOutput, norm.call(x)[0, 1]);
        Expect.Close(PythonValues.BatchNormMean, norm.running_mean!);
        Expect.Close(PythonValues.BatchNormVariance, norm.running_var!);
        Assert.Equal(1, norm.num_batches_tracked!.item<long>());
        norm.eval();
        Expect.Close(PythonValues.BatchNormEvalOutput, norm.call(x)[0, 1]);
        Assert.Equal(1, norm.num_batches_tracked!.item<long>());
    }

    [Fact]
    public void Batch_normalisation_without_momentum_averages_all_batches()
    {
        using var norm = BatchNorm2d(4);
        norm.momentum = null;
        norm.call(x);
        norm.call(x * 3);
        Assert.Equal(2, norm.num_batches_tracked!.item<long>());
        var mean = x.mean([0, 2, 3]) * 2;
        Expect.Close(Expect.Floats(mean), norm.running_mean!);
    }

    [Fact]
    public void Batch_normalisation_without_statistics_uses_the_batch_in_evaluation_too()
    {
        using var norm = BatchNorm2d(4, track_running_stats: false, affine: false);
        Assert.Null(norm.running_mean);
        Assert.Empty(norm.state_dict());
        norm.eval();
        Expect.Close(PythonValues.BatchNormOutput, norm.call(x)[0, 1]);
    }

    [Fact]
    public void Batch_normalisation_refuses_other_ranks()
    {
        using var norm = BatchNorm2d(4);
        Assert.Throws<ArgumentException>(() => norm.call(x[0]));
    }

    [Fact]
    public void Reset_takes_a_normalisation_back_to_its_start()
    {
        using var norm = BatchNorm2d(4);
        norm.call(x);
        init.constant_(norm.weight, 3);
        norm.reset_parameters();
        Assert.Equal([1f, 1f, 1f, 1f], Expect.Floats(norm.weight));
        Assert.Equal([0f, 0f, 0f, 0f], Expect.Floats(norm.running_mean!));
        Assert.Equal([1f, 1f, 1f, 1f], Expect.Floats(norm.running_var!));
        Assert.Equal(0, norm.num_batches_tracked!.item<long>());
    }

    [Fact]
    public void Group_normalisation_and_linear_layers_compute_Pythons_values()
    {
        using var norm = GroupNorm(2, 4);
        Expect.Close(PythonValues.GroupNormOutput, norm.call(x)[0, 3]);
        Assert.Throws<ArgumentException>(() => GroupNorm(3, 4));
        using var linear = Linear(5, 3);
        Expect.Close(PythonValues.LinearOutput, linear.call(x)[0, 0]);
    }

    [Fact]
    public void Pools_compute_Pythons_values()
    {
        Expect.Close(PythonValues.MaxPoolOutput, MaxPool2d(3, 2, 1).call(x)[0, 0]);
        Expect.Close(PythonValues.AvgPoolOutput, AvgPool2d(2, 2, ceil_mode: true, count_include_pad: false).call(x)[0, 0]);
        Expect.Close(PythonValues.AdaptiveAvgPoolOutput, AdaptiveAvgPool2d((2, 3)).call(x)[0, 0]);
        Expect.Close(PythonValues.MaxPoolOutput, functional.max_pool2d(x, 3, 2, 1)[0, 0]);
        Expect.Close(PythonValues.AdaptiveAvgPoolOutput, functional.adaptive_avg_pool2d(x, (2, 3))[0, 0]);
    }

    [Fact]
    public void Pooling_can_say_where_the_maxima_stood()
    {
        var (values, indices) = MaxPool2d(5).forward_with_indices(x);
        var flat = x.flatten(2);
        Assert.Equal(Expect.Floats(values), Expect.Floats(flat.gather(2, indices.flatten(2))));
    }

    [Fact]
    public void Images_are_padded_and_resized_as_Pythons()
    {
        Expect.Close(PythonValues.ReflectionPadOutput, ReflectionPad2d(1).call(x)[0, 0, 0]);
        Expect.Close(PythonValues.BilinearOutput, functional.interpolate(x, [3, 7], mode: InterpolationMode.Bilinear, align_corners: false)[0, 0]);
        Expect.Close(PythonValues.NearestOutput, functional.interpolate(x, scale_factor: [1.5, 0.5])[0, 0]);
        Assert.Throws<ArgumentException>(() => functional.interpolate(x));
        Assert.Throws<NotSupportedException>(() => functional.interpolate(x[0], [2, 2]));
    }

    [Fact]
    public void Zero_padding_surrounds_the_image()
    {
        var padded = ZeroPad2d((1, 0, 0, 2)).call(ones(1, 1, 1, 1));
        Assert.Equal([0f, 1f, 0f, 0f, 0f, 0f], Expect.Floats(padded));
        Assert.Equal([7f, 1f], Expect.Floats(functional.pad(ones(1), (1, 0), value: 7)));
    }

    [Fact]
    public void Activations_compute_Pythons_values()
    {
        Expect.Close(PythonValues.Relu6Output, ReLU6().call(x * 4)[0, 0, 0]);
        Expect.Close(PythonValues.SiluOutput, SiLU().call(x)[0, 0, 0]);
        Expect.Close(PythonValues.GeluOutput, GELU().call(x)[0, 0, 0]);
        Expect.Close(PythonValues.GeluTanhOutput, GELU(TorchSharp.Modules.GELU.Approximate.tanh).call(x)[0, 0, 0]);
        Expect.Close(PythonValues.SigmoidOutput, Sigmoid().call(x)[0, 0, 0]);
        Expect.Close(PythonValues.LeakyReluOutput, LeakyReLU(0.2).call(x)[0, 0, 0]);
        Expect.Close(PythonValues.HardswishOutput, Hardswish().call(x)[0, 0, 0]);
        Expect.Close(PythonValues.SoftmaxOutput, functional.softmax(x, 3)[0, 0, 0]);
    }

    [Fact]
    public void In_place_activations_change_their_input_and_give_a_handle_of_their_own()
    {
        var input = tensor(new[] { -1f, 2f });
        var output = ReLU(inplace: true).call(input);
        Assert.NotSame(input, output);
        Assert.Equal([0f, 2f], Expect.Floats(input));
        input.Dispose();
        Assert.Equal([0f, 2f], Expect.Floats(output));
    }

    [Fact]
    public void Dropout_drops_in_training_only()
    {
        manual_seed(5);
        using var dropout = Dropout(0.3);
        Expect.Close(PythonValues.DropoutOutput, dropout.call(x)[0, 0]);
        dropout.eval();
        var same = dropout.call(x);
        Assert.NotSame(x, same);
        Assert.Equal(Expect.Floats(x), Expect.Floats(same));
        Assert.Throws<ArgumentException>(() => Dropout(1.5));
    }

    [Fact]
    public void Identity_gives_its_input_under_a_new_handle()
    {
        var input = ones(2);
        var output = Identity().call(input);
        input.Dispose();
        Assert.Equal([1f, 1f], Expect.Floats(output));
    }

    [Fact]
    public void Losses_compute_Pythons_values()
    {
        manual_seed(6);
        var logits = randn(4, 3);
        var labels = tensor(new[] { 0L, 2, -100, 1 });
        var found = stack(
        [
            CrossEntropyLoss().call(logits, labels),
            CrossEntropyLoss(reduction: Reduction.Sum).call(logits, labels),
            functional.cross_entropy(logits, labels, label_smoothing: 0.1),
            CrossEntropyLoss(weight: tensor(new[] { 1f, 2f, 3f })).call(logits, labels),
            NLLLoss().call(functional.log_softmax(logits, 1), labels),
            MSELoss().call(logits, logits * 2),
        ]);
        Expect.Close(PythonValues.CrossEntropies, found);
    }

    [Fact]
    public void Flatten_joins_dimensions()
    {
        Assert.Equal([2, 100], Flatten().call(x).shape);
        Assert.Equal([2, 4, 25], Flatten(2).call(x).shape);
    }
}
