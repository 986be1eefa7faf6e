using System.Runtime.InteropServices;
using TorchSharp;
using static ResNetGen.LibTorch.Tests.Tensors.ArithmeticTests;
using static TorchSharp.torch;

namespace ResNetGen.LibTorch.Tests.Tensors;

public class AutogradTests
{
    [Fact]
    public void Gradients_are_Pythons()
    {
        using var scope = NewDisposeScope();
        var x = tensor(new[,] { { 0.5f, -1f, 2f }, { 1.5f, 0.25f, -3f } }, requires_grad: true);
        var y = ((x.sigmoid() * x.exp()) + (x.pow(2) / 3)).log_softmax(1);
        var loss = y.mean() + x.std();
        loss.backward();
        Assert.Equal(-1.5047029256820679f, loss.ToSingle(), 6);
        float[] expected = [0.3405170142650604f, -0.19691994786262512f, -2.6494674682617188f, -1.0517613887786865f, 0.21158772706985474f, -0.4753270745277405f];
        Assert.True(x.grad!.view(6).allclose(tensor(expected), 1e-6), x.grad!.npstr());
    }

    [Fact]
    public void Gradients_accumulate_until_they_are_cleared()
    {
        using var scope = NewDisposeScope();
        var x = tensor(new[] { 1f, 2f }, requires_grad: true);
        Assert.Null(x.grad);
        (x * 3).sum().backward();
        (x * 4).sum().backward();
        Assert.Equal([7, 7], Values(x.grad!));
        x.grad!.zero_();
        Assert.Equal([0, 0], Values(x.grad!));
        x.grad = tensor(new[] { 5f, 6f });
        Assert.Equal([5, 6], Values(x.grad!));
        x.grad = null;
        Assert.Null(x.grad);
    }

    [Fact]
    public void Backward_takes_gradients_inputs_and_a_second_pass()
    {
        using var scope = NewDisposeScope();
        var x = tensor(new[] { 1f, 2f }, requires_grad: true);
        var z = tensor(new[] { 1f, 1f }, requires_grad: true);
        var y = x * x * z;
        y.backward([tensor(new[] { 1f, 10f })], retain_graph: true);
        Assert.Equal([2, 40], Values(x.grad!));
        y.backward([ones(2)], inputs: [z]);
        Assert.Equal([2, 40], Values(x.grad!));
        Assert.Equal([2, 44], Values(z.grad!));
        Assert.Contains("second time", Assert.Throws<ExternalException>(() => y.backward([ones(2)])).Message, StringComparison.Ordinal);
        Assert.Contains("scalar", Assert.Throws<ExternalException>((x * 2).backward).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Leaves_and_flags()
    {
        using var scope = NewDisposeScope();
        var x = ones(2).requires_grad_();
        var y = x * 2;
        Assert.Equal((true, true), (x.requires_grad, x.is_leaf));
        Assert.Equal((true, false), (y.requires_grad, y.is_leaf));
        Assert.False(y.detach().requires_grad);
        y.retain_grad();
        y.sum().backward();
        Assert.Equal([1, 1], Values(y.grad!));
        Assert.Throws<ExternalException>(() => arange(2).requires_grad_());
        Assert.Contains("in-place", Assert.Throws<ExternalException>(() => x.add_(1)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Modes_nest_and_come_back()
    {
        using var scope = NewDisposeScope();
        var x = ones(2, requires_grad: true);
        Assert.True(is_grad_enabled());
        using (no_grad())
        {
            Assert.False(is_grad_enabled());
            Assert.False((x * 2).requires_grad);
            using (enable_grad())
            {
                Assert.True((x * 2).requires_grad);
            }

            Assert.False(is_grad_enabled());
            x.add_(1);
        }

        Assert.True(is_grad_enabled());
        using (set_grad_enabled(false))
        {
            Assert.False(is_grad_enabled());
        }

        Assert.False(is_inference_mode_enabled());
        Tensor made;
        using (inference_mode())
        {
            Assert.True(is_inference_mode_enabled());
            made = x * 2;
            Assert.False(made.requires_grad);
        }

        Assert.False(is_inference_mode_enabled());
        Assert.Contains("nference", Assert.Throws<ExternalException>(() => made * x).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Modes_belong_to_their_thread()
    {
        using (no_grad())
        {
            var elsewhere = false;
            var thread = new Thread(() => elsewhere = is_grad_enabled());
            thread.Start();
            thread.Join();
            Assert.True(elsewhere);
        }
    }
}
