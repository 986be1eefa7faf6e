using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ResNetGen.LibTorch.Tests.Modules;

public sealed class ModuleCallTests
{
    [Fact]
    public void Hooks_run_around_forward_and_can_be_removed()
    {
        using var identity = Identity();
        List<string> order = [];
        identity.register_forward_pre_hook(_ => order.Add("before"));
        identity.register_forward_pre_hook((_, input) => input * 2);
        identity.register_forward_hook((_, input, output) => output + input);
        var remover = identity.register_forward_hook(_ => order.Add("after"));
        Assert.Equal([12f], Expect.Floats(identity.call(tensor(new[] { 3f }))));
        Assert.Equal(["before", "after"], order);
        Assert.Equal([3f], Expect.Floats(identity.forward(tensor(new[] { 3f }))));
        remover.remove();
        remover.remove();
        identity.call(ones(1));
        Assert.Equal(["before", "after", "before"], order);
    }

    [Fact]
    public void A_hook_may_remove_itself()
    {
        using var identity = Identity();
        var calls = 0;
        HookableModule<Func<Module<Tensor, Tensor>, Tensor, Tensor>, Func<Module<Tensor, Tensor>, Tensor, Tensor, Tensor>>.HookRemover? remover = null;
        remover = identity.register_forward_hook(_ =>
        {
            calls++;
            remover!.remove();
        });
        identity.call(ones(1));
        identity.call(ones(1));
        Assert.Equal(1, calls);
    }

    [Fact]
    public void Hooks_work_on_modules_of_two_inputs()
    {
        using var loss = MSELoss(Reduction.Sum);
        loss.register_forward_pre_hook((_, a, b) => (a * 3, b));
        loss.register_forward_hook((_, _, _, result) => result + 1);
        Assert.Equal([5f], Expect.Floats(loss.call(ones(1), ones(1))));
    }

    [Fact]
    public void Sequential_disposes_what_passes_between_and_nothing_else()
    {
        using var chain = Sequential(Identity(), Identity(), Identity());
        using var input = ones(1);
        var before = Expect.LiveTensors;
        var output = chain.call(input);
        Assert.Equal(before + 1, Expect.LiveTensors);
        Assert.Equal([1f], Expect.Floats(input));
        output.Dispose();
        Assert.Equal(before, Expect.LiveTensors);
    }

    [Fact]
    public void Sequential_disposes_what_passes_between_when_a_module_fails()
    {
        using var chain = Sequential(Identity(), Linear(2, 1));
        using var input = ones(1, 3);
        var before = Expect.LiveTensors;
        Assert.ThrowsAny<Exception>(() => chain.call(input));
        Assert.Equal(before, Expect.LiveTensors);
    }

    [Fact]
    public void An_empty_sequential_gives_its_input_under_a_new_handle()
    {
        using var chain = Sequential();
        using var input = ones(1);
        chain.call(input).Dispose();
        Assert.False(input.IsInvalid);
    }

    [Fact]
    public void Sequential_is_indexed_and_sliced()
    {
        using var chain = Sequential(("a", ReLU()), ("b", Identity())).append("c", Sigmoid()).append(ReLU());
        Assert.Equal(4, chain.Count);
        Assert.IsType<TorchSharp.Modules.Identity>(chain[1]);
        Assert.Equal(["b", "c"], chain[1..^1].named_children().Select(child => child.name));
        Assert.Equal(["c", "3"], chain[(2, null)].named_children().Select(child => child.name));
        Assert.Throws<InvalidOperationException>(() => chain.append("a", ReLU()));
    }

    [Fact]
    public void A_module_list_is_a_list()
    {
        var list = ModuleList(Linear(1, 1), Linear(1, 1));
        list.append(Linear(2, 2));
        list.Insert(0, Linear(3, 3));
        Assert.Equal([3L, 1L, 1L, 2L], list.Select(linear => linear.in_features));
        Assert.Equal(1, list.IndexOf(list[1]));
        list.RemoveAt(1);
        Assert.Equal(3, list.Count);
        Assert.Empty(list.named_children());
        using var owner = Owner();
        owner.register_module("list", list);
        Assert.Equal(["list", "list.0", "list.1", "list.2"], owner.named_modules().Select(entry => entry.name));

        static Module Owner() => Sequential();
    }
}
