using System.Text.Json;
using ResNetGen.Architecture.Diagnostics;
using ResNetGen.Architecture.Specs;
using ResNetGen.Tool.Specs;
using ResNetGen.Tool.Zoo;
using Xunit;

namespace ResNetGen.Tool.Tests;

public sealed class ZooTests
{
    public static TheoryData<string> Names => [.. ZooSpecs.All.Select(s => s.Name)];

    [Fact]
    public void The_zoo_is_the_shipped_specs_and_no_name_is_there_twice()
    {
        var files = Directory.GetFiles(Tool.Specs, "*" + SpecDocument.Extension, SearchOption.AllDirectories);

        Assert.Equal(
            files.Select(f => Path.GetRelativePath(Tool.Specs, f).Replace('\\', '/')).Order(StringComparer.Ordinal),
            ZooSpecs.All.Select(s => $"{s.Purpose}/{s.Name}{SpecDocument.Extension}").Order(StringComparer.Ordinal));
        Assert.Equal(ZooSpecs.All.Count, ZooSpecs.All.Select(s => s.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Fact]
    public void A_listed_network_has_the_fixed_fields_and_the_summary_s_numbers()
    {
        using var folder = new TemporaryFolder();
        using var list = JsonDocument.Parse(Shell.Run(folder.Path, "resnetgen list --format json").Output);
        using var summary = JsonDocument.Parse(Tool.Run(["summary", .. ZooSpecs.All.Select(s => s.Name), "--format", "json"]).Output);

        Assert.Equal(ZooSpecs.All.Count, list.RootElement.GetArrayLength());
        foreach (var (listed, summed) in list.RootElement.EnumerateArray().Zip(summary.RootElement.EnumerateArray()))
        {
            Assert.Equal(["name", "purpose", "input", "depth", "parameters", "macs"], listed.EnumerateObject().Select(p => p.Name).ToArray());
            foreach (var field in (string[])["name", "input", "depth", "parameters", "macs"])
                Assert.Equal(summed.GetProperty(field).GetRawText().Replace(" ", "", StringComparison.Ordinal), listed.GetProperty(field).GetRawText().Replace(" ", "", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("resnet50*", "resnet50 resnet50_gn resnet50_keras_v2 resnet50_pycls resnet50_slim resnet50_v1 resnet50c resnet50d resnet50s resnet50t resnet50_rswd_FFT resnet50_rswd_FTT resnet50_rswd_TTT resnet50d_os16")]
    [InlineData("*FasterNothing*", "")]
    [InlineData("ResNet10T", "resnet10t")]
    [InlineData("tracking", "siammask_resnet50 siamrpn_resnet50")]
    [InlineData("cifar10/*plain1*", "cifar_plain110")]
    [InlineData("resnet?8", "resnet18")]
    public void A_filter_is_a_part_or_a_pattern_of_the_whole(string filter, string names)
    {
        var result = Tool.Run("list", filter, "--format", "csv");

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(names, string.Join(' ', result.Output.TrimEnd('\n').Split('\n').Skip(1).Select(l => l.Split(',')[0])));
        Assert.Equal(names.Length == 0, result.Error.StartsWith("resnetgen: no network of the zoo matches", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("siamrpn_resnet50")]
    [InlineData("tracking/siamrpn_resnet50")]
    public void A_name_is_a_spec_with_all_that_it_stands_on(string name)
    {
        using var folder = new TemporaryFolder();
        var spec = Path.Combine(Tool.Specs, "tracking", "siamrpn_resnet50.resnet.yaml");

        Assert.Equal(Tool.Run("emit", spec), Shell.Run(folder.Path, "resnetgen emit " + name));
    }

    [Fact]
    public void A_file_goes_before_a_name_and_a_folder_does_not()
    {
        using var folder = new ExampleFolder();
        File.Copy(Path.Combine(folder.Path, ExampleFolder.Spec), Path.Combine(folder.Path, "resnet50"));
        Directory.CreateDirectory(Path.Combine(folder.Path, "resnet34"));

        Assert.Equal("my_net", Name(Shell.Run(folder.Path, "resnetgen summary resnet50 --format json")));
        Assert.Equal("resnet34", Name(Shell.Run(folder.Path, "resnetgen summary resnet34 --format json")));
    }

    [Fact]
    public void A_file_cannot_stand_on_the_zoo()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a.resnet.yaml", "extends: 'zoo:/imagenet/resnet50.resnet.yaml'\n");

        var result = Shell.Run(folder.Path, "resnetgen check a.resnet.yaml");

        Assert.Equal(3, result.ExitCode);
        Assert.StartsWith("a.resnet.yaml(1,10): error RNG0012: ", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("resnt50", "there is no file 'resnt50', and no such network in the zoo; did you mean 'resnet50'?")]
    [InlineData("resnet50.resnet.yaml", "there is no file 'resnet50.resnet.yaml'; 'resnet50' alone is the zoo's")]
    [InlineData("nets/resnet50", "there is no file 'nets/resnet50'")]
    public void A_name_that_is_none_tells_the_nearest(string spec, string message)
    {
        using var folder = new TemporaryFolder();

        Assert.Equal(new ToolResult(5, "", $"resnetgen: {message}\n"), Shell.Run(folder.Path, "resnetgen summary " + spec));
    }

    [Theory, MemberData(nameof(Names))]
    public void A_start_from_the_zoo_is_the_same_network_on_its_own(string name)
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("mine.resnet.yaml", ZooStart.Write(ZooSpecs.Find(name)!, "mine"));
        var findings = new Findings();

        var start = SpecLoader.Load(path, over: null, findings)!;
        var original = SpecLoader.LoadAll([name], input: null)[0];

        Assert.Empty(findings.ToArray());
        Assert.Equal(original.Network with { Name = "mine" }, start.Network);
        Assert.DoesNotContain("extends", File.ReadAllText(path), StringComparison.Ordinal);
        Assert.All(File.ReadAllLines(path).Where(l => l.StartsWith('#')), l => Assert.InRange(l.Length, 0, 112));
    }

    private static string? Name(ToolResult result)
    {
        using var json = JsonDocument.Parse(result.Output);
        return json.RootElement.GetProperty("name").GetString();
    }
}
