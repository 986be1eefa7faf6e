using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ResNetGen.LibTorch.Tests.Modules;

public sealed class ModuleTreeTests
{
    [Fact]
    public void The_state_dict_lists_parameters_and_then_buffers_in_order_of_registration()
    {
        using var net = new SmallNet();
        Assert.Equal(
            [
                "conv1.weight", "bn1.weight", "bn1.bias",
                "layer1.path.0.weight", "layer1.path.0.bias", "layer1.path.norm.weight", "layer1.path.norm.bias",
                "fc.weight", "fc.bias",
                "bn1.running_mean", "bn1.running_var", "bn1.num_batches_tracked",
                "layer1.path.norm.running_mean", "layer1.path.norm.running_var", "layer1.path.norm.num_batches_tracked",
            ],
            net.state_dict().Keys);
        Assert.Same(net.Conv1.weight, net.state_dict()["conv1.weight"]);
        Assert.Equal("a.b.weight", Linear(1, 1).state_dict(prefix: "a.b").Keys.First());
    }

    [Fact]
    public void Named_modules_leaves_out_the_module_itself_and_lists_children_first()
    {
        using var net = new SmallNet();
        Assert.Equal(["conv1", "bn1", "layer1", "fc"], net.named_children().Select(child => child.name));
        Assert.Equal(
            ["conv1", "bn1", "layer1", "fc", "layer1.path", "layer1.path.0", "layer1.path.relu", "layer1.path.norm"],
            net.named_modules().Select(entry => entry.name));
        Assert.Equal(8, net.modules().Count());
    }

    [Fact]
    public void Parameters_and_buffers_are_found_by_their_keys()
    {
        using var net = new SmallNet();
        Assert.Same(net.Fc.weight, net.get_parameter("fc.weight"));
        Assert.Same(net.Bn1.running_var, net.get_buffer("bn1.running_var"));
        Assert.True(net.has_parameter("layer1.path.0.bias"));
        Assert.False(net.has_parameter("layer1.path.1.bias"));
        Assert.False(net.has_parameter("bn1.running_var"));
        Assert.False(net.has_buffer("fc.weight"));
        Assert.Equal(9, net.parameters().Count());
        Assert.Empty(net.parameters(recurse: false));
    }

    [Fact]
    public void Fields_register_themselves_under_their_names()
    {
        using var net = new FieldNet();
        Assert.Equal(["scale", "first.weight", "first.bias", "renamed.weight", "blocks.0.weight", "shift"], net.state_dict().Keys);
    }

    [Fact]
    public void What_is_shared_is_one_parameter_under_two_keys()
    {
        using var shared = Linear(2, 2, hasBias: false);
        using var net = Sequential(("a", shared), ("b", shared));
        Assert.Single(net.parameters());
        Assert.Equal(["a.weight", "b.weight"], net.state_dict().Keys);
    }

    [Fact]
    public void Names_are_unique_and_have_no_dots()
    {
        using var net = new SmallNet();
        Assert.Throws<InvalidOperationException>(() => net.register_module("fc", Identity()));
        Assert.Throws<ArgumentException>(() => net.register_module("a.b", Identity()));
        Assert.Throws<ArgumentException>(() => net.register_module("", Identity()));
        using var parameter = Parameter(zeros(1));
        net.register_parameter("own", parameter);
        Assert.Throws<InvalidOperationException>(() => net.register_parameter("own", parameter));
        Assert.Throws<InvalidOperationException>(() => ReLU().register_parameter("own", parameter));
    }

    [Fact]
    public void Buffers_that_are_not_persistent_stay_out_of_the_state_dict()
    {
        using var net = new SmallNet();
        net.register_buffer("scratch", ones(1), persistent: false);
        Assert.DoesNotContain("scratch", net.state_dict().Keys);
        Assert.Contains("scratch", net.named_buffers().Select(entry => entry.name));
        Assert.True(net.has_buffer("scratch"));
    }

    [Fact]
    public void Train_and_eval_reach_every_module()
    {
        using var net = new SmallNet();
        Assert.True(net.training);
        net.eval();
        Assert.False(net.training);
        Assert.All(net.modules(), module => Assert.False(module.training));
        net.train();
        Assert.All(net.modules(), module => Assert.True(module.training));
    }

    [Fact]
    public void Apply_visits_children_before_their_parent()
    {
        using var net = new SmallNet();
        List<string> visited = [];
        Assert.Same(net, net.apply(module => visited.Add(module.GetName())));
        Assert.Equal(["Conv2d", "BatchNorm2d", "Conv2d", "ReLU", "BatchNorm2d", "Sequential", "Block", "Linear", "SmallNet"], visited);
    }

    [Fact]
    public void Zero_grad_forgets_or_zeroes()
    {
        using var linear = Linear(2, 1);
        linear.call(ones(1, 2)).backward();
        linear.zero_grad(set_to_none: false);
        Assert.Equal([0f, 0f], Expect.Floats(linear.weight.grad!));
        linear.zero_grad();
        Assert.Null(linear.weight.grad);
    }

    [Fact]
    public void Dispose_releases_every_parameter_and_buffer()
    {
        var before = Expect.LiveTensors;
        var net = new SmallNet();
        Assert.Equal(before + 15, Expect.LiveTensors);
        net.Dispose();
        net.Dispose();
        Assert.Equal(before, Expect.LiveTensors);
        Assert.True(net.Conv1.weight.IsInvalid);
    }

    [Fact]
    public void A_module_made_in_a_scope_outlives_it()
    {
        SmallNet net;
        using (NewDisposeScope())
        {
            net = new SmallNet();
            net.register_buffer("mine", ones(1));
        }

        Assert.All(net.state_dict().Values, tensor => Assert.False(tensor.IsInvalid));
        net.Dispose();
    }

    [Fact]
    public void Setting_a_parameter_replaces_and_disposes_the_old_one()
    {
        using var linear = Linear(2, 1);
        var old = linear.weight;
        linear.weight = Parameter(ones(1, 2));
        Assert.True(old.IsInvalid);
        Assert.Same(linear.weight, linear.state_dict()["weight"]);
        linear.bias = null;
        Assert.Equal(["weight"], linear.state_dict().Keys);
        Assert.Equal([2f], Expect.Floats(linear.call(ones(1, 2))));
    }

    private sealed class FieldNet : Module<Tensor, Tensor>
    {
        private readonly Parameter scale = Parameter(ones(1));
        private readonly Linear first = Linear(2, 2);
        [TorchSharp.Utils.ComponentName(Name = "renamed")]
        private readonly Linear second = Linear(2, 2, hasBias: false);
        private readonly ModuleList<Linear> blocks = ModuleList(Linear(2, 2, hasBias: false));
        [TorchSharp.Utils.ComponentName(Name = "shift")]
        private readonly Tensor shift = zeros(1);

        internal FieldNet()
            : base(nameof(FieldNet)) => RegisterComponents();

        public override Tensor forward(Tensor input)
        {
            using var a = first.call(input);
            using var b = second.call(a);
            using var c = blocks[0].call(b);
            using var d = c * scale;
            return d + shift;
        }
    }
}
