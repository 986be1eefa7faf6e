using System.Runtime.Intrinsics.X86;
using ResNetGen.LibTorch.Inference;
using static TorchSharp.torch;

namespace ResNetGen.LibTorch.Tests.Inference;

/// <summary>What a convolution keeps prepared, with several shapes, threads and callers.</summary>
public sealed class PreparationTests
{
    public PreparationTests() => random.manual_seed(1);

    private static readonly ConvolutionSettings Settings = new((1, 1), (1, 1), (1, 1), 1, FusedActivation.Relu);

    [Fact]
    public void The_last_shapes_are_kept_and_no_more()
    {
        Assert.SkipWhen(OneDnn.Unavailable is not null, OneDnn.Unavailable ?? "");
        using var scope = NewDisposeScope();
        Tensor weight = randn(16, 16, 3, 3);
        using var convolution = new OneDnnConvolution(weight, null, Settings, 3);
        for (int round = 0; round < 2; round++)
        {
            for (long size = 4; size < 12; size++)
            {
                Tensor x = randn(1, 16, size, size);
                Near.Equal(Expected(x, weight), Fused.Plain(convolution.Run(x, null)), 3e-5, $"size {size}");
                Assert.InRange(convolution.Shapes, 1, 3);
            }
        }
    }

    [Fact]
    public void Networks_layers_never_reach_a_reference_implementation()
    {
        Assert.SkipWhen(OneDnn.Unavailable is not null, OneDnn.Unavailable ?? "");
        using var scope = NewDisposeScope();
        foreach ((long channels, long planes, long kernel, long stride, long groups, bool blocked) in ((long, long, long, long, long, bool)[])
            [(3, 64, 7, 2, 1, false), (3, 16, 3, 1, 1, false), (16, 16, 3, 1, 1, true), (64, 256, 1, 1, 1, true), (256, 512, 1, 2, 1, true),
             (128, 128, 3, 1, 32, true), (256, 256, 3, 2, 32, true), (64, 64, 3, 2, 64, true), (12, 20, 3, 1, 1, false)])
        {
            var settings = new ConvolutionSettings((stride, stride), (kernel / 2, kernel / 2), (1, 1), groups, FusedActivation.Relu);
            using var convolution = new OneDnnConvolution(randn(planes, channels / groups, kernel, kernel), null, settings, 1);
            Tensor x = randn(1, channels, 14, 14);
            _ = convolution.Run(blocked ? Blocked.Of(x, 8) : x, null);
            Assert.DoesNotContain("ref", convolution.Implementation, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(64, 64, 14, true)]
    [InlineData(64, 64, 4, false)]
    [InlineData(64, 64, 5, false)]
    [InlineData(512, 512, 7, true)]
    [InlineData(64, 24, 14, false)]
    public void Fewer_multiplications_are_made_where_they_pay(long channels, long planes, long size, bool pays)
    {
        Assert.SkipWhen(OneDnn.Unavailable is not null, OneDnn.Unavailable ?? "");
        Assert.SkipWhen(!Fma.IsSupported || !Avx2.IsSupported || Avx512F.IsSupported, "The vectors of this machine are not AVX2's.");
        using var scope = NewDisposeScope();
        using var convolution = new OneDnnConvolution(randn(planes, channels, 3, 3), null, Settings, 1);
        _ = convolution.Run(Blocked.Of(randn(1, channels, size, size), 8), null);
        Assert.Equal(pays, convolution.Implementation == "winograd:avx2");
    }

    [Fact]
    public void Shapes_that_are_computed_in_different_ways_share_one_convolution()
    {
        using var scope = NewDisposeScope();
        Tensor weight = randn(32, 32, 3, 3);
        using var convolution = new FusedConvolution(weight, null, (1, 1), (1, 1), (1, 1), 1, FusedActivation.Relu, 1, false);
        foreach (long size in (long[])[20, 3, 16, 2])
        {
            Tensor x = Blocked.Of(randn(1, 32, size, size), 8);
            Near.Equal(Expected(Fused.Plain(x), weight), Fused.Plain(convolution.Run(x)), 3e-5, $"size {size}");
        }
    }

    [Fact]
    public void Several_callers_share_one_convolution()
    {
        using var scope = NewDisposeScope();
        Tensor weight = randn(32, 32, 3, 3).DetachFromDisposeScope();
        using var convolution = new FusedConvolution(weight, null, (1, 1), (1, 1), (1, 1), 1, FusedActivation.Relu, 2, false);
        Tensor[] inputs = [.. from size in (long[])[7, 8, 9, 16] select randn(2, 32, size, size).DetachFromDisposeScope()];
        Tensor[] expected = [.. from x in inputs select Expected(x, weight).DetachFromDisposeScope()];
        Parallel.For(0, 8, new ParallelOptions { MaxDegreeOfParallelism = 4 }, caller =>
        {
            for (int i = 0; i < 20; i++)
            {
                int which = (caller + i) % inputs.Length;
                using Tensor fused = convolution.Run(inputs[which]);
                using Tensor actual = Fused.Plain(fused);
                Near.Equal(expected[which], actual, 3e-5, $"caller {caller}");
            }
        });
        foreach (Tensor tensor in (Tensor[])[weight, .. inputs, .. expected])
            tensor.Dispose();
    }

    // Kept and passing transforms of weights, whole parts of channels and a rest, one group of tiles and several.
    [Theory]
    [InlineData(64, 64, 20)]
    [InlineData(136, 32, 20)]
    [InlineData(136, 48, 50)]
    public void The_number_of_threads_may_change(long channels, long planes, long size)
    {
        using var scope = NewDisposeScope();
        int threads = get_num_threads();
        Tensor weight = randn(planes, channels, 3, 3);
        Tensor x = randn(1, channels, size, size + 1);
        Tensor expected = Expected(x.to(ScalarType.Float64), weight.to(ScalarType.Float64));
        using var convolution = new FusedConvolution(weight, null, (1, 1), (1, 1), (1, 1), 1, FusedActivation.Relu, 2, false);
        try
        {
            foreach (int count in (int[])[2, 1, 3, 2])
            {
                set_num_threads(count);
                foreach (Tensor layout in (Tensor[])[x, Blocked.Of(x, 8)])
                    Near.Equal(expected, Fused.Plain(convolution.Run(layout)), 3e-5, $"{count} threads");
            }
        }
        finally
        {
            set_num_threads(threads);
        }
    }

    [Fact]
    public void No_tensor_is_left_behind()
    {
        Tensor weight = randn(16, 16, 3, 3);
        Tensor x = randn(1, 16, 8, 8);
        // What other tests left to the collector must not count.
        GC.Collect();
        GC.WaitForPendingFinalizers();
        long before = Tensor.TotalCount;
        using (var convolution = new FusedConvolution(weight, null, (1, 1), (1, 1), (1, 1), 1, FusedActivation.Relu, 2, false))
        {
            using Tensor first = convolution.Run(x);
            using Tensor second = convolution.Run(first, first);
            using Tensor plain = Fused.Plain(second);
            using Tensor mean = Fused.Mean(second);
            using Tensor pooled = Fused.MaxPool(second, 3, 2, 1);
            using Tensor scaled = Fused.Scale(second, mean);
            using Tensor added = Fused.Add(second, plain);
        }

        Assert.Equal(before, Tensor.TotalCount);
        weight.Dispose();
        x.Dispose();
    }

    private static Tensor Expected(Tensor x, Tensor weight) =>
        nn.functional.conv2d(x, weight, null, [1L, 1L], [1L, 1L], [1L, 1L], 1).relu_();
}
