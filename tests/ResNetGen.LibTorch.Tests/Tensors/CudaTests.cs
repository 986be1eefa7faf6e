using TorchSharp;
using static TorchSharp.torch;

namespace ResNetGen.LibTorch.Tests.Tensors;

public class CudaTests
{
    [Fact]
    public void Asking_for_GPUs_never_fails()
    {
        Assert.Equal(cuda.is_available(), cuda.device_count() > 0);
        Assert.Equal(cuda.is_available(), TryInitializeDeviceType(DeviceType.CUDA));
        cuda.manual_seed_all(3);
    }

    [Fact]
    public void Switches_hold_what_they_are_set_to()
    {
        var before = (LibTorchSettings.CudnnBenchmark, LibTorchSettings.CudnnDeterministic, backends.cudnn.allow_tf32, backends.cuda.matmul.allow_tf32);
        Assert.Equal((false, false, true, false), before);
        (LibTorchSettings.CudnnBenchmark, LibTorchSettings.CudnnDeterministic, backends.cudnn.allow_tf32, backends.cuda.matmul.allow_tf32) = (true, true, false, true);
        Assert.Equal((true, true, false, true), (LibTorchSettings.CudnnBenchmark, LibTorchSettings.CudnnDeterministic, backends.cudnn.allow_tf32, backends.cuda.matmul.allow_tf32));
        (LibTorchSettings.CudnnBenchmark, LibTorchSettings.CudnnDeterministic, backends.cudnn.allow_tf32, backends.cuda.matmul.allow_tf32) = before;
    }

    [Fact]
    public void Tensors_move_to_the_GPU_and_back()
    {
        Assert.SkipUnless(cuda.is_available(), "no GPU, or a libtorch without CUDA");
        using var scope = NewDisposeScope();
        var there = arange(6, dtype: float32).view(2, 3).cuda();
        Assert.Equal((true, DeviceType.CUDA, 0, "cuda:0"), (there.is_cuda, there.device_type, there.device_index, there.device.ToString()));
        var product = there.mm(there.t());
        cuda.synchronize();
        Assert.Equal([5, 14, 14, 50], product.data<float>().ToArray());
        Assert.Equal(83f, product.sum().ToSingle());
        Assert.Equal([5, 14, 14, 50], product.cpu().data<float>().ToArray());
        Assert.True(zeros(2, device: CUDA).is_cuda);
        Assert.Throws<InvalidOperationException>(() => there.bytes.Clear());
    }

    [Fact]
    public void Seeds_reach_the_GPU()
    {
        Assert.SkipUnless(cuda.is_available(), "no GPU, or a libtorch without CUDA");
        using var scope = NewDisposeScope();
        manual_seed(4);
        var first = randn(8, device: CUDA);
        manual_seed(4);
        Assert.True(first.Equals(randn(8, device: CUDA)));
    }

    [Fact]
    public void A_machine_without_a_GPU_says_so()
    {
        Assert.SkipWhen(cuda.is_available(), "there is a GPU");
        Assert.Throws<InvalidOperationException>(() => InitializeDeviceType(DeviceType.CUDA));
        using var a = ones(1);
        Assert.Throws<System.Runtime.InteropServices.ExternalException>(() => a.cuda());
        Assert.Throws<ArgumentException>(() => a.cuda(CPU));
    }
}
