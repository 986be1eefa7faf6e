using Microsoft.CodeAnalysis;
using ResNetGen.Architecture.Specs;
using ResNetGen.Fuzz.Limits;
using Xunit;

namespace ResNetGen.Fuzz.Tests.Limits;

/// <summary>Whatever a file holds, the generator says one thing of it, at its place, and does little for it.</summary>
public sealed class AttackTests
{
    // What is quadratic in such files takes hundreds of times as much.
    private const long FixedBytes = 12L << 20;
    private const long BytesPerCharacter = 60;
    private const long BytesPerFile = 32L << 10;

    // A legal network costs what its blocks cost, not what its text does.
    private const long BytesOfNetwork = 250L << 20;

    public static TheoryData<string> Names => [.. Attacks.All.Select(a => a.Name)];

    public static TheoryData<string> NamesOfAtOnce => [.. Attacks.All.Where(a => a.IsAtOnce).Select(a => a.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void One_diagnostic_at_most_for_bounded_work(string name)
    {
        var attack = Of(name);
        var run = new AttackRun(attack);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var result = run.Run(TestContext.Current.CancellationToken);
        var bytes = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Null(result.Exception);
        var found = result.Diagnostics;
        Assert.True(found.Length == (attack.Expected is null ? 0 : 1), string.Join('\n', found.Take(5)));
        Assert.Equal(attack.Expected, found.FirstOrDefault()?.Id);
        Assert.All(found, d => Assert.True(d.Location.GetLineSpan().Path.StartsWith("/p/", StringComparison.Ordinal) && d.GetMessage(null).Length < 400, d.ToString()));
        Assert.Single(result.GeneratedSources);
        var most = attack.Expected is null ? BytesOfNetwork : FixedBytes + (BytesPerCharacter * run.Characters) + (BytesPerFile * run.Files);
        Assert.True(bytes < most, $"{bytes} bytes for {run.Characters} characters in {run.Files} files");
    }

    [Theory]
    [MemberData(nameof(NamesOfAtOnce))]
    public void What_is_refused_at_once_never_meets_the_parser(string name)
    {
        // The parser alone takes twice as much when it is made.
        const long most = 4096;
        var text = new AttackRun(Of(name)).Text;
        SpecDocument.Parse("net.resnet.yaml", text, TestContext.Current.CancellationToken);
        var before = GC.GetAllocatedBytesForCurrentThread();
        SpecDocument.Parse("net.resnet.yaml", text, TestContext.Current.CancellationToken);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 1, most);
    }

    private static Attack Of(string name) => Attacks.All.Single(a => a.Name == name);
}
