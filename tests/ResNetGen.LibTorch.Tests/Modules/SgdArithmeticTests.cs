using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ResNetGen.LibTorch.Tests.Modules;

public sealed class SgdArithmeticTests
{
    private static readonly long[] Sizes = [1, 7, 8, 9, 1000, 16384, (2 * 16384) + 5];

    public static TheoryData<double, double, double, bool, bool> Settings => new()
    {
        { 0.9, 0, 1e-4, false, false },
        { 0.9, 0, 0, false, false },
        { 0.9, 0, 0.01, true, false },
        { 0.8, 0.3, 0.1, false, true },
    };

    [Theory]
    [MemberData(nameof(Settings))]
    public void One_pass_over_memory_gives_what_operators_give_to_the_bit(double momentum, double dampening, double decay, bool nesterov, bool maximize)
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        manual_seed(3);
        var numbers = new SgdNumbers(0.1, momentum, dampening, decay, nesterov, maximize);
        var first = Sizes.Select(size => Parameter(randn(size))).ToList();
        var second = first.Select(p => Parameter(p.detach().clone())).ToList();
        var (one, two) = (States(first), States(second));
        for (var step = 0; step < 3; step++)
        {
            var gradients = Sizes.Select(size => randn(size)).ToList();
            var updates = first.Select((p, i) => new SgdUpdate(p, gradients[i], one[i])).ToList();
            Assert.All(updates, update => Assert.Equal(System.Runtime.Intrinsics.X86.Fma.IsSupported, FusedSgd.Takes(update, numbers)));
            if (System.Runtime.Intrinsics.X86.Fma.IsSupported)
                FusedSgd.Step(updates, numbers);
            else
                OperatorSgd.Step(updates, numbers);
            OperatorSgd.Step([.. second.Select((p, i) => new SgdUpdate(p, gradients[i], two[i]))], numbers);
        }

        for (var i = 0; i < Sizes.Length; i++)
        {
            Expect.SameBits(second[i].data<float>().ToArray(), first[i]);
            Expect.SameBits(two[i].momentum_buffer.data<float>().ToArray(), one[i].momentum_buffer);
        }
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(0.9, false)]
    [InlineData(0.9, true)]
    public void Parameters_that_are_not_plain_float32_change_alike(double momentum, bool nesterov)
    {
        using var scope = NewDisposeScope();
        manual_seed(4);
        var start = randn(6, 5);
        var plain = Parameter(start.clone());
        var turned = Parameter(start.t().contiguous().t());
        var exact = Parameter(start.to(ScalarType.Float64));
        var single = Parameter(tensor(start[0, 0].item<float>()));
        using var optimizer = optim.SGD([plain, turned, exact, single], 0.1, momentum, weight_decay: 0.01, nesterov: nesterov);
        for (var step = 0; step < 3; step++)
        {
            optimizer.zero_grad();
            ((plain * plain).sum() + (turned * turned).sum() + (exact * exact).sum() + (single * single)).backward();
            optimizer.step();
        }

        Expect.SameBits(plain.detach().contiguous().data<float>().ToArray(), turned.detach().contiguous());
        Assert.Equal(plain[0, 0].item<float>(), single.item<float>());
        Expect.Close(plain.detach().data<float>().ToArray(), exact.detach().to(ScalarType.Float32));
    }

    [Fact]
    public void Going_back_through_weights_that_a_step_changed_is_refused()
    {
        using var scope = NewDisposeScope();
        var weight = Parameter(ones(8));
        using var optimizer = optim.SGD([weight], 0.1, momentum: 0.9);
        (weight * weight).sum().backward();
        var loss = (weight * weight).sum();
        optimizer.step();

        var error = Assert.ThrowsAny<Exception>(() => loss.backward());
        Assert.Contains("modified by an inplace operation", error.Message, StringComparison.Ordinal);
    }

    private static List<SGD.State> States(IEnumerable<Parameter> parameters) => [.. parameters.Select(p => new SGD.State(p))];
}
