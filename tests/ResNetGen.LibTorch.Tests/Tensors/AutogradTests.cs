using TorchSharp.Modules;
using static TorchSharp.torch;

namespace ResNetGen.LibTorch.Tests.Tensors;

public sealed class AutogradTests
{
    [Fact]
    public void Gradients_that_are_asked_for_are_returned_and_gather_nowhere()
    {
        using var scope = NewDisposeScope();
        var x = tensor(new[] { 1f, 2, 3 }).requires_grad_();
        var w = new Parameter(tensor(new[] { 2f, 3, 4 }));
        var y = x * w * w;

        var gradients = autograd.grad([y], [x, w], [tensor(new[] { 1f, 10, 100 })]);

        Assert.Equal([4f, 90, 1600], gradients[0].data<float>().ToArray());
        Assert.Equal([4f, 120, 2400], gradients[1].data<float>().ToArray());
        Assert.Null(x.grad);
        Assert.Null(w.grad);
    }

    [Fact]
    public void Inputs_that_do_not_matter_are_an_error_or_have_no_gradient_as_asked()
    {
        using var scope = NewDisposeScope();
        var x = ones(2).requires_grad_();
        var other = ones(2).requires_grad_();

        Assert.ThrowsAny<Exception>(() => autograd.grad([(x * x).sum()], [x, other]));
        var gradients = autograd.grad([(x * x).sum()], [x, other], allow_unused: true);
        Assert.False(gradients[0].IsInvalid);
        Assert.True(gradients[1].IsInvalid);

        // A handle on nothing counts as no tensor.
        var before = Modules.Expect.LiveTensors;
        gradients[1].Dispose();
        Assert.Equal(before, Modules.Expect.LiveTensors);
        gradients[0].Dispose();
        Assert.Equal(before - 1, Modules.Expect.LiveTensors);
    }

    [Fact]
    public void A_gradient_is_added_to_a_leaf_as_a_pass_from_it_would()
    {
        using var scope = NewDisposeScope();
        var a = ones(2).requires_grad_();
        var b = ones(3).requires_grad_();
        for (var pass = 1; pass <= 2; pass++)
            autograd.backward([a, b], [full([2], 5f), full([3], 7f)]);

        Assert.Equal([10f, 10], a.grad!.data<float>().ToArray());
        Assert.Equal([14f, 14, 14], b.grad!.data<float>().ToArray());
        var complaint = Assert.Throws<ArgumentException>(() => autograd.backward([a, b], [a]));
        Assert.Contains("2 tensors", complaint.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pass_for_some_inputs_leaves_the_others()
    {
        using var scope = NewDisposeScope();
        var a = ones(2).requires_grad_();
        var b = ones(2).requires_grad_();
        var loss = (a * b).sum();
        autograd.backward([loss], retain_graph: true, inputs: [a]);
        Assert.Null(b.grad);
        autograd.backward([loss]);

        Assert.Equal([2f, 2], a.grad!.data<float>().ToArray());
        Assert.Equal([1f, 1], b.grad!.data<float>().ToArray());
    }
}
