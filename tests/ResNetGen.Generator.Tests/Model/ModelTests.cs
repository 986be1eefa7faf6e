using System.Reflection;
using Microsoft.CodeAnalysis;
using ResNetGen.Architecture.Diagnostics;
using ResNetGen.Architecture.Locks;
using ResNetGen.Architecture.Specs;
using ResNetGen.Architecture.Text;
using ResNetGen.Generator.Classes;
using ResNetGen.Generator.Diagnostics;
using ResNetGen.Generator.Specs;
using ResNetGen.Generator.Tests.Support;

namespace ResNetGen.Generator.Tests.Model;

/// <summary>What the generator caches is plain data: nothing of the compiler or the YAML parser is kept alive.</summary>
public class ModelTests
{
    private static readonly Type[] Models =
    [
        typeof(SpecDocument), typeof(NetworkClass), typeof(SpecFiles), typeof(NetworkFiles), typeof(NetworkInput),
        typeof(LockDocument), typeof(LockedFiles), typeof(ResolvedNetwork), typeof(NetworkSource), typeof(FileSeverities), typeof(EquatableArray<Finding>),
        typeof(EquatableArray<Report>),
    ];

    [Fact]
    public void No_field_of_a_model_can_hold_a_stranger() => Assert.Empty(TypeWalk.Strangers(IsOurs, Models));

    [Fact]
    public void The_walk_sees_what_a_field_could_hold()
    {
        Assert.Equal(
            ["Bad.Anything: System.Object", "Bad.Node: Microsoft.CodeAnalysis.SyntaxNode", "Derived.Hidden: System.Collections.Generic.List`1[System.String]"],
            TypeWalk.Strangers(a => a == typeof(ModelTests).Assembly, typeof(Bad)));
        Assert.Contains(typeof(Bad), TypeWalk.LiveTypes(new object[] { new Bad() }));
        Assert.True(TypeWalk.IsForeign(typeof(SyntaxNode)));
        Assert.True(TypeWalk.IsForeign(typeof(List<Location[]>)));
        Assert.True(TypeWalk.IsForeign(ParserOfSpecs()));
        // Neither its name nor its assembly says what it is.
        Assert.True(TypeWalk.IsForeign(typeof(SpecText)));
        Assert.False(TypeWalk.IsForeign(typeof(Finding)));
    }

    [Fact]
    public void No_live_model_holds_a_stranger()
    {
        var run = Zoo.Project("resnet50", "resnext50_32x4d", "cifar_resnet20_B")
            .WithSource("class Outer { [ResNetGen.ResNet(\"x\")] partial class Net; }", "/project/Bad.cs")
            .WithSpec("/project/bad.resnet.yaml", "stages: [{ blocks: 0 }]\n").WithLock("resnet50")
            .WithSpec("/project/gone.resnet.lock", "resnetgen lock v2\n").Run();

        var outputs = RunReasons.Steps.SelectMany(s => run.Result.TrackedSteps[s]).SelectMany(s => s.Outputs).Select(o => o.Value).OfType<object>().ToList();
        var types = outputs.SelectMany(TypeWalk.LiveTypes).Distinct().ToList();
        Assert.DoesNotContain(types, TypeWalk.IsForeign);

        // The walk went somewhere, and what the steps give is what the types above were checked for.
        Assert.Contains(typeof(Architecture.Networks.Convolution), types);
        Assert.Contains(typeof(Finding), types);
        Assert.Empty(outputs.Select(o => o.GetType()).Distinct().Except(Models));
    }

    // By name: its assembly is made by the build, and nothing but the architecture refers to it.
    private static Type ParserOfSpecs() => Assembly.Load("ResNetGen.YamlDotNet").GetType("YamlDotNet.Core.Parser", throwOnError: true)!;

    private static bool IsOurs(Assembly assembly) => assembly.GetName().Name is "ResNetGen.Architecture" or "ResNetGen.Generator";

#pragma warning disable CS0649, CA1051, CA1823, CA1852, S1144 // fields that only the walk looks at
    private class Bad
    {
        public object? Anything;
        public SyntaxNode? Node;
        public Base? Other;
        public string[]? Fine;
    }

    private abstract class Base;

    private sealed class Derived : Base
    {
        public List<string>? Hidden;
    }
#pragma warning restore CS0649, CA1051, CA1823, CA1852, S1144
}
