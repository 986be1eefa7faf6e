using Microsoft.CodeAnalysis;
using ResNetGen.Generator.Tests.Support;

namespace ResNetGen.Generator.Tests.Api;

/// <summary>Generated code uses only what TorchSharp 0.99.6, 0.105.2 and 0.107.0 have alike.</summary>
public class ApiUseTests
{
    private static readonly Lazy<TorchUses> Uses = new(() => UsesOf(Zoo.Project(Zoo.Names)
        .WithSource("[ResNetGen.ResNet(\"bad.resnet.yaml\")] partial class Shell;", "/project/Shell.cs")
        .WithSpec("/project/bad.resnet.yaml", "stages: [{ blocks: 0 }]").Run().Compiles()));

    [Fact]
    public void Every_member_exists_in_every_version()
    {
        var missing = from id in Uses.Value.Members.Keys
                      from listing in Listing.All
                      where !listing.Has(id)
                      select $"{listing.Version} has no {id}" + (Listing.All[^1].Has(id) ? "" : " (nor has the newest: the backend may declare it wrongly)");
        Assert.Empty(missing);
    }

    [Fact]
    public void Every_argument_given_by_name_has_that_name_in_every_version()
    {
        var wrong = from call in Uses.Value.Calls
                    from name in call.Named.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                    from listing in Listing.All
                    where listing.Parameters(call.Id).All(p => p.Name != name)
                    select $"{listing.Version}: {call.Id} has no parameter {name}";
        Assert.Empty(wrong);
        Assert.Contains(Uses.Value.Calls, c => c.Named.Contains("bias", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_argument_left_out_may_be_left_out_in_every_version()
    {
        var wrong = from call in Uses.Value.Calls
                    from listing in Listing.All
                    from parameter in listing.Parameters(call.Id).Skip(call.Placed)
                    where !parameter.IsOptional && !call.Named.Split(' ').Contains(parameter.Name)
                    select $"{listing.Version}: {call.Id} needs {parameter.Name}";
        Assert.Empty(wrong);
    }

    [Fact]
    public void The_uses_are_seen_at_all()
    {
        string[] some =
        [
            "T:TorchSharp.torch.nn.Module`2",
            "M:TorchSharp.torch.nn.Module`2.call(`0)",
            "M:TorchSharp.torch.nn.Module.RegisterComponents",
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

    private static TorchUses UsesOf(GeneratorRun run) =>
        TorchUses.Of(run.Output, Torch(run), run.Output.SyntaxTrees.Where(t => t.FilePath.EndsWith(".g.cs", StringComparison.Ordinal)));

    private static IAssemblySymbol Torch(GeneratorRun run) => (IAssemblySymbol)run.Output.GetAssemblyOrModuleSymbol(Project.Backend)!;
}
