using TorchSharp;
using static TorchSharp.torch;

namespace ResNetGen.LibTorch.Tests.Tensors;

public sealed class AutocastTests
{
    [Fact]
    public void Products_are_short_inside_only_and_gradients_are_float32()
    {
        using var scope = NewDisposeScope();
        using var layer = nn.Linear(8, 4);
        var input = linspace(-1, 1, 24).reshape(3, 8);
        var exact = layer.call(input);
        Tensor mixed;
        using (new Autocast(DeviceType.CPU))
            mixed = layer.call(input);

        Assert.Equal((ScalarType.Float32, ScalarType.BFloat16, ScalarType.Float32), (exact.dtype, mixed.dtype, layer.call(input).dtype));
        Assert.True(exact.allclose(mixed.to(ScalarType.Float32), 0.02, 0.02));
        mixed.to(ScalarType.Float32).sum().backward();
        using var gradient = layer.weight!.grad!;
        Assert.Equal(ScalarType.Float32, gradient.dtype);
    }

    [Fact]
    public void Scopes_within_one_another_end_one_by_one()
    {
        using var scope = NewDisposeScope();
        var square = eye(3);
        using (new Autocast(DeviceType.CPU))
        {
            using (new Autocast(DeviceType.CPU))
                Assert.Equal(ScalarType.BFloat16, square.mm(square).dtype);

            Assert.Equal(ScalarType.BFloat16, square.mm(square).dtype);
        }

        Assert.Equal(ScalarType.Float32, square.mm(square).dtype);
    }

    [Fact]
    public void Types_that_the_device_has_not_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new Autocast(DeviceType.CPU, ScalarType.Float16));
        Assert.Throws<ArgumentException>(() => new Autocast(DeviceType.CUDA, ScalarType.Float32));
    }
}
