using TorchSharp;
using static ResNetGen.LibTorch.Tests.Tensors.ArithmeticTests;
using static TorchSharp.torch;

namespace ResNetGen.LibTorch.Tests.Tensors;

public class FactoryTests
{
    [Fact]
    public void Filled_tensors()
    {
        using var scope = NewDisposeScope();
        Assert.Equal([0, 0], Values(zeros(2)));
        Assert.Equal([1, 1, 1, 1], Values(ones(2, 2)));
        Assert.Equal([2.5f, 2.5f], Values(full(2, 2.5)));
        Assert.Equal(ScalarType.Int64, full([2], 3).dtype);
        Assert.Equal([0, 1, 2], Values(arange(3, dtype: float32)));
        Assert.Equal(ScalarType.Int64, arange(3).dtype);
        Assert.Equal([1, 1.5f, 2], Values(linspace(1, 2, 3)));
        Assert.Equal([1, 0, 0, 1], Values(eye(2)));
        Assert.Equal([1, 2, 3, 4], zeros(1, 2, 3, 4).shape);
        Assert.Equal([3, 1], empty(stackalloc long[] { 3, 1 }).shape);
        Assert.Equal([0, 0], Values(zeros_like(ones(2))));
        Assert.Equal(ScalarType.Int32, ones(2).zeros_like(dtype: ScalarType.Int32).dtype);
        Assert.Equal([7, 7], Values(ones(2).full_like(7)));
        Assert.True(zeros(1, requires_grad: true).requires_grad);
    }

    [Fact]
    public void Arrays_of_every_type_are_copied()
    {
        using var scope = NewDisposeScope();
        float[] source = [1, 2];
        var copied = tensor(source);
        source[0] = 9;
        Assert.Equal([1, 2], Values(copied));
        Assert.Equal(ScalarType.Float64, tensor(new double[] { 1 }).dtype);
        Assert.Equal(ScalarType.Int32, tensor(new int[] { 1 }).dtype);
        Assert.Equal(ScalarType.Int64, tensor(new long[] { 1 }).dtype);
        Assert.Equal(ScalarType.Int16, tensor(new short[] { 1 }).dtype);
        Assert.Equal(ScalarType.Int8, tensor(new sbyte[] { 1 }).dtype);
        Assert.Equal(ScalarType.Byte, tensor(new byte[] { 1 }).dtype);
        Assert.Equal([true, false], tensor(new[] { true, false }).data<bool>().ToArray());
        Assert.Equal([1, 2, 3, 4], Values(tensor([1, 2, 3, 4], [2, 2], dtype: float32)));
        Assert.Equal([2, 1], tensor(new List<float> { 1, 2 }, 2, 1).shape);
        Assert.Equal([], tensor(3.5f).shape);
        Assert.Equal(3.5f, tensor(3.5f).item<float>());
        Assert.Throws<ArgumentException>(() => tensor(source, [3]));
    }

    [Fact]
    public void Types_convert()
    {
        using var scope = NewDisposeScope();
        var a = tensor(new[] { -1.5f, 2.5f });
        Assert.Equal([-1, 2], a.@int().data<int>().ToArray());
        Assert.Equal([-1L, 2L], a.@long().data<long>().ToArray());
        Assert.Equal([-1.5, 2.5], a.@double().data<double>().ToArray());
        Assert.Equal([(Half)(-1.5f), (Half)2.5f], a.half().data<Half>().ToArray());
        Assert.Equal([-1.5f, 2.5f], Values(a.bfloat16().@float()));
        Assert.Equal([true, true], a.@bool().data<bool>().ToArray());
        Assert.Equal((2, 8), (ScalarType.BFloat16.ElementSize(), ScalarType.Int64.ElementSize()));
        var same = a.to(float32);
        same.fill_(0);
        Assert.Equal([0, 0], Values(a));
        var moved = a.to(float64, disposeAfter: true);
        Assert.True(a.IsInvalid);
        Assert.Equal(ScalarType.Float64, moved.dtype);
    }

    [Fact]
    public void Numbers_leave_one_element_tensors_only()
    {
        using var scope = NewDisposeScope();
        Assert.Equal(7, tensor(7.9f).ToInt32());
        Assert.Equal(2.5, tensor(2.5f).ToDouble());
        Assert.True(tensor(1L).is_nonzero());
        Assert.Throws<ArgumentException>(() => ones(2).ToSingle());
        Assert.Throws<ArgumentException>(() => ones(2).item<float>());
        Assert.Throws<ArgumentException>(() => ones(1).item<double>());
        Assert.Throws<ArgumentException>(() => ones(1).data<int>());
    }

    [Fact]
    public void Devices_have_names()
    {
        Assert.Equal("cpu", device("cpu").ToString());
        Assert.Equal("cuda:1", device("cuda:1").ToString());
        Assert.Equal((DeviceType.CUDA, 3), (device(3).type, device(3).index));
        Assert.Throws<ArgumentException>(() => device("gpu"));
        Assert.Throws<ArgumentException>(() => device("cuda:x"));
        using var a = ones(1);
        Assert.Equal((DeviceType.CPU, "cpu"), (a.device_type, a.device.ToString()));
    }

    [Fact]
    public void Text_shows_metadata_or_elements()
    {
        using var scope = NewDisposeScope();
        Assert.Equal("[2x3], type = Float32, device = cpu", ones(2, 3).ToString());
        Assert.Equal("[[1.5, -2],\n [0, 3]]", tensor(new float[,] { { 1.5f, -2 }, { 0, 3 } }).npstr(newLine: "\n"));
        Assert.Equal("[0, 1, 2, ..., 1998, 1999, 2000]", arange(2001).npstr());
        Assert.Equal("true", tensor(true).npstr());
    }
}
