using Microsoft.CodeAnalysis;
using ResNetGen.Generator.Tests.Support;

namespace ResNetGen.Generator.Tests.Api;

/// <summary>Generated code uses only what TorchSharp 0.99.6, 0.105.2 and 0.107.0 have alike.</summary>
public class ApiUseTests
{
    // The one exception: 0.99.6 lacks the last parameter (persistent), which has a default later. A call binds to either.
    private const string Register = "M:TorchSharp.torch.nn.Module.register_buffer(System.String,TorchSharp.torch.Tensor,System.Boolean)";
    private const string OldRegister = "M:TorchSharp.torch.nn.Module.register_buffer(System.String,TorchSharp.torch.Tensor)";

    // What no published network has, so that every layer and function is seen.
    private const string Others = """
        using ResNetGen;
        [ResNet(Blocks = new[] { 2, 2 }, StochasticDepth = 0.1, Dropout = 0.1, ZeroInitResidual = true, LinearInit = LinearInit.Normal, HeadDropout = 0.1, NormEval = true, FrozenStages = 1)] partial class A;
        [ResNet(Blocks = new[] { 1 }, Activation = Activation.Relu6, StemPool = StemPool.Average)] partial class B;
        [ResNet(Blocks = new[] { 1 }, Activation = Activation.LeakyRelu, StemPool = StemPool.Conv)] partial class C;
        [ResNet(Blocks = new[] { 1 }, Activation = Activation.Elu, HeadPoolKernel = 8)] partial class D;
        [ResNet(Blocks = new[] { 1 }, Activation = Activation.Silu, Norm = Norm.None)] partial class E;
        [ResNet(Blocks = new[] { 1 }, Activation = Activation.Gelu, Init = Init.Default)] partial class F;
        [ResNet(Blocks = new[] { 1 }, Activation = Activation.Hardswish, StemPoolPadValue = PadValue.Zero)] partial class G;
        """;

    private static readonly Lazy<TorchUses> Uses = new(() => UsesOf(Zoo.Project(Zoo.Names)
        .WithSource(Others, "/project/Others.cs")
        .WithSource("[ResNetGen.ResNet(\"bad.resnet.yaml\")] partial class Shell;", "/project/Shell.cs")
        .WithSpec("/project/bad.resnet.yaml", "stages: [{ blocks: 0 }]").Run().Compiles()));

    [Fact]
    public void Every_member_exists_in_every_version()
    {
        var missing = from id in Uses.Value.Members.Keys
                      from listing in Listing.All
                      where !listing.Has(In(listing, id))
                      select $"{listing.Version} has no {id}" + (Listing.All[^1].Has(id) ? "" : " (nor has the newest: the backend may declare it wrongly)");
        Assert.Empty(missing);
    }

    [Fact]
    public void Every_argument_given_by_name_has_that_name_in_every_version()
    {
        var wrong = from call in Uses.Value.Calls
                    from name in call.Named.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                    from listing in Listing.All
                    where listing.Parameters(In(listing, call.Id)).All(p => p.Name != name)
                    select $"{listing.Version}: {call.Id} has no parameter {name}";
        Assert.Empty(wrong);
        Assert.Contains(Uses.Value.Calls, c => c.Named.Contains("bias", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_argument_left_out_may_be_left_out_in_every_version()
    {
        var wrong = from call in Uses.Value.Calls
                    from listing in Listing.All
                    from parameter in listing.Parameters(In(listing, call.Id)).Skip(call.Placed)
                    where !parameter.IsOptional && !call.Named.Split(' ').Contains(parameter.Name)
                    select $"{listing.Version}: {call.Id} needs {parameter.Name}";
        Assert.Empty(wrong);
    }

    [Fact]
    public void The_one_exception_is_called_with_what_every_version_has()
    {
        Assert.False(Listing.All[0].Has(Register));
        Assert.All(Listing.All.Skip(1), listing => Assert.True(listing.Has(Register) && !listing.Has(OldRegister)));
        foreach (var newer in Listing.All.Skip(1))
        {
            Assert.Equal(Listing.All[0].Parameters(OldRegister), newer.Parameters(Register)[..2]);
            Assert.True(newer.Parameters(Register)[2].IsOptional);
        }

        Assert.Equal([(2, "")], Uses.Value.Calls.Where(c => c.Id is Register or OldRegister).Select(c => (c.Placed, c.Named)).Distinct());
    }

    [Fact]
    public void The_uses_are_seen_at_all()
    {
        string[] some =
        [
            "T:TorchSharp.torch.nn.Module`2",
            "M:TorchSharp.torch.nn.Module`2.call(`0)",
            "M:TorchSharp.torch.nn.Module.RegisterComponents",
            "M:TorchSharp.torch.nn.Module.train(System.Boolean)",
            "M:TorchSharp.torch.nn.GroupNorm(System.Int64,System.Int64,System.Double,System.Boolean,TorchSharp.torch.Device,System.Nullable{TorchSharp.torch.ScalarType})",
            "M:TorchSharp.torch.nn.Module.register_module(System.String,TorchSharp.torch.nn.Module)",
            "M:TorchSharp.torch.Tensor.relu_",
            "M:TorchSharp.torch.Tensor.Dispose",
            "P:TorchSharp.torch.Tensor.shape",
            "F:TorchSharp.torch.nn.init.FanInOut.FanOut",
        ];
        Assert.Empty(some.Except(Uses.Value.Members.Keys));
        Assert.Equal(["0.99.6", "0.105.2", "0.107.0"], Listing.All.Select(l => l.Version));
    }

    [Fact]
    public void A_member_that_one_version_lacks_is_seen()
    {
        var project = Project.Of("class C { void M(TorchSharp.torch.Tensor x) { using (TorchSharp.torch.inference_mode()) { x.add(x, alpha: 2); } } }");
        var run = project.Run();
        var uses = TorchUses.Of(run.Output, Torch(run), run.Output.SyntaxTrees);
        Assert.Contains("M:TorchSharp.torch.inference_mode(System.Boolean)", uses.Members.Keys);
        Assert.Contains(uses.Calls, c => c.Named == "alpha");
    }

    // A member's id in a listing: the newer one where the backend has the older, and the other way round. In 0.99.6 each
    // module has its weights itself, since then a base class has them; source code sees no difference.
    private static string In(Listing listing, string id) => (id, listing.Version) switch
    {
        (Register or OldRegister, "0.99.6") => OldRegister,
        (Register or OldRegister, _) => Register,
        (_, "0.99.6") => id.Replace("TorchSharp.Modules.Convolution", "TorchSharp.Modules.Conv2d", StringComparison.Ordinal)
            .Replace("TorchSharp.Modules.NormBase", "TorchSharp.Modules.BatchNorm2d", StringComparison.Ordinal),
        _ => id,
    };

    // What the embedded backend brings for inference is its own: the code is looked at as it is without.
    private static TorchUses UsesOf(GeneratorRun run)
    {
        var portable = PortableCode.Of(run);
        return TorchUses.Of(portable, Torch(run), portable.SyntaxTrees.Where(t => t.FilePath.EndsWith(".g.cs", StringComparison.Ordinal)));
    }

    private static IAssemblySymbol Torch(GeneratorRun run) => (IAssemblySymbol)run.Output.GetAssemblyOrModuleSymbol(References.Backend!)!;
}
