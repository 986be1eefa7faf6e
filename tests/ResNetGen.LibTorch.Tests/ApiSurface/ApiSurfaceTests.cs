namespace ResNetGen.LibTorch.Tests.ApiSurface;

public class ApiSurfaceTests
{
    private static readonly string[] Surface =
        [.. ApiSurfacePrinter.Print(Path.Combine(AppContext.BaseDirectory, "ResNetGen.LibTorch.dll"), "TorchSharp")];

    [Fact]
    public void Every_public_member_is_one_of_TorchSharps()
    {
        var listing = Listing("0.107.0");
        var strangers = Surface.Where(line => !listing.Contains(line)).ToArray();
        Assert.True(strangers.Length == 0, $"{strangers.Length} of {Surface.Length} members are not TorchSharp's:\n{string.Join('\n', strangers)}");
    }

    [Fact]
    public void The_surface_is_read_at_all()
    {
        Assert.Contains("M:TorchSharp.torch.Tensor.add(TorchSharp.torch.Tensor)\tTorchSharp.torch.Tensor\ttarget", Surface);
        Assert.Contains("T:TorchSharp.torch.ScalarType\tenum\tSystem.Enum", Surface);
        Assert.Contains(Surface, line => line.StartsWith("P:TorchSharp.torch.Tensor.grad\t", StringComparison.Ordinal));
        Assert.True(Surface.Length > 500, $"only {Surface.Length} lines");
    }

    [Fact]
    public void Nothing_outside_TorchSharps_namespace_carries_its_names()
    {
        var own = ApiSurfacePrinter.Print(Path.Combine(AppContext.BaseDirectory, "ResNetGen.LibTorch.dll"), "ResNetGen");
        Assert.Contains("T:ResNetGen.LibTorch.LibTorchNotFoundException\tclass\tSystem.DllNotFoundException", own);
        Assert.DoesNotContain(own, line => line.Contains(":ResNetGen.LibTorch.Interop", StringComparison.Ordinal));
    }

    private static HashSet<string> Listing(string version) =>
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "torchsharp-api", version + ".txt"))];
}
