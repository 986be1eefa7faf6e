using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ResNetGen.LibTorch.Tests.Modules;

/// <summary>Buffers that a user's module registers and fetches by name.</summary>
public sealed class RegisteredBufferTests : IDisposable
{
    private readonly IDisposable scope = NewDisposeScope();

    public void Dispose() => scope.Dispose();

    [Fact]
    public void They_take_the_dtype_that_the_module_is_converted_to()
    {
        using var outer = new Outer();
        outer.to(ScalarType.Float64);
        Assert.Equal(ScalarType.Float64, outer.Inner.get_buffer("mean")!.dtype);
        Assert.Equal(ScalarType.Float64, outer.Inner.get_buffer("scratch")!.dtype);
        Assert.Same(outer.Inner.get_buffer("mean"), outer.get_buffer("inner.mean"));
        Assert.Same(outer.get_buffer("inner.mean"), outer.state_dict()["inner.mean"]);
        Assert.Equal([1.0, 3.0], outer.call(ones(2, dtype: ScalarType.Float64) * 2).data<double>().ToArray());
    }

    [Fact]
    public void Those_of_integers_keep_their_dtype()
    {
        using var outer = new Outer();
        outer.to(ScalarType.Float64);
        Assert.Equal(ScalarType.Int64, outer.get_buffer("inner.count")!.dtype);
        Assert.Equal(7L, outer.get_buffer("inner.count")!.item<long>());
    }

    [Fact]
    public void Every_way_to_convert_reaches_them()
    {
        using var outer = new Outer();
        Assert.Equal(ScalarType.Float64, DtypeAfter(() => outer.@double()));
        Assert.Equal(ScalarType.Float32, DtypeAfter(() => outer.@float()));
        Assert.Equal(ScalarType.Float16, DtypeAfter(() => outer.to(CPU, ScalarType.Float16)));
        Assert.Equal(ScalarType.BFloat16, DtypeAfter(() => outer.to(zeros(1, dtype: ScalarType.BFloat16))));

        ScalarType DtypeAfter(Action convert)
        {
            convert();
            return outer.get_buffer("inner.mean")!.dtype;
        }
    }

    [Fact]
    public void They_move_to_the_GPU_and_back()
    {
        Assert.SkipUnless(cuda.is_available(), "no GPU, or a libtorch without CUDA");
        using var outer = new Outer();
        outer.to(CUDA);
        Assert.All(outer.Inner.named_buffers(), entry => Assert.True(outer.Inner.get_buffer(entry.name)!.is_cuda, entry.name));
        Assert.Equal([1f, 3f], Expect.Floats(outer.call(ones(2, device: CUDA) * 2).cpu()));
        outer.cpu();
        Assert.True(outer.get_buffer("inner.mean")!.is_cpu());
    }

    [Fact]
    public void They_are_loaded_with_the_state_and_are_not_trained()
    {
        using var outer = new Outer();
        using var other = new Outer();
        other.get_buffer("inner.mean")!.fill_(9);
        outer.load_state_dict(other.state_dict());
        Assert.Equal([9f, 9f], Expect.Floats(outer.get_buffer("inner.mean")!));
        Assert.Equal(["inner.mean", "inner.count"], outer.state_dict().Keys);
        Assert.Empty(outer.parameters());
        Assert.False(outer.get_buffer("inner.mean")!.requires_grad);
    }

    [Fact]
    public void They_live_as_long_as_the_module()
    {
        Shift module;
        using (NewDisposeScope())
        {
            module = new Shift();
        }

        var mean = module.get_buffer("mean")!;
        Assert.Equal([-1f, 1f], Expect.Floats(mean));
        module.Dispose();
        Assert.True(mean.IsInvalid);
    }

    [Fact]
    public void A_buffer_that_is_not_there_is_null()
    {
        using var outer = new Outer();
        Assert.Null(outer.get_buffer("mean"));
        Assert.Null(outer.get_buffer("inner.none"));
        Assert.Null(outer.get_buffer("none.mean"));
        Assert.Throws<InvalidOperationException>(() => outer.Inner.register_buffer("mean", ones(1)));
    }

    private sealed class Outer : Module<Tensor, Tensor>
    {
        internal Outer()
            : base(nameof(Outer)) => register_module("inner", Inner);

        internal Shift Inner { get; } = new();

        public override Tensor forward(Tensor input) => Inner.call(input);

        protected override void RegisterComponents()
        {
        }
    }

    private sealed class Shift : Module<Tensor, Tensor>
    {
        internal Shift()
            : base(nameof(Shift))
        {
            register_buffer("mean", tensor(new[] { -1f, 1f }));
            register_buffer("count", tensor(7L));
            register_buffer("scratch", zeros(1), persistent: false);
        }

        public override Tensor forward(Tensor input) => input + get_buffer("mean")!;

        protected override void RegisterComponents()
        {
        }
    }
}
