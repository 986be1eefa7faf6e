// Writes PyTorch source of networks, and what it must show: cases FOLDER SPECS --drawn N --seed S --largest PARAMETERS --most MACS
// FOLDER/NAME.py is the source, FOLDER/NAME.dot a graph; FOLDER/cases.json lists what each must show. All shipped specs (SPECS is their folder) and N
// drawn ones; those within both bounds are also run in C#.
using System.Globalization;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using ResNetGen.Architecture;
using ResNetGen.Architecture.Diagnostics;
using ResNetGen.Architecture.Emission;
using ResNetGen.Export;
using ResNetGen.Export.Tests.Pictures;
using ResNetGen.Property.Tests.Networks;
using ResNetGen.Property.Tests.Specs;
using ResNetGen.PyTorch.Cases;

var (folder, specs) = (args[0], args[1]);
var (drawn, seed, largest, most) = (OptionOf("--drawn"), OptionOf("--seed"), OptionOf("--largest"), OptionOf("--most"));

var cases = new List<(string Name, string Text, CompiledSpec Spec)>();
foreach (var path in Directory.EnumerateFiles(specs, "*.resnet.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
{
    var name = Path.GetFileName(path)[..^".resnet.yaml".Length];
    cases.Add((name, path, SpecText.Compile(File.ReadAllText(path), path, File.ReadAllText)));
}

var random = Gen.Sample(SpecGrammar.Spec, 8 * (int)drawn, RandomOf(seed), 50);
foreach (var spec in random)
{
    if (cases.Count(c => c.Name.StartsWith("drawn", StringComparison.Ordinal)) == drawn)
        break;

    if (spec.Compile(new Findings()) is { } compiled)
        cases.Add((string.Create(CultureInfo.InvariantCulture, $"drawn{cases.Count:000}"), spec.Text, compiled));
}

var running = cases.FindAll(c => c.Spec.Analysis.Total.Parameters <= largest && c.Spec.Analysis.Total.Macs <= most);
using var networks = new GeneratedNetworks(running.Select((c, i) => CSharpEmitter.Emit(
    c.Spec, CSharpTarget.TopLevel(GeneratedNetworks.Namespace, GeneratedNetworks.NameOf(i)))));
var written = new List<Case>();
foreach (var (name, text, spec) in cases)
{
    File.WriteAllText(Path.Combine(folder, name + ".py"), PyTorchSource.Write(spec));
    File.WriteAllText(Path.Combine(folder, name + ".dot"), NetworkPicture.Dot(spec));
    var place = running.FindIndex(c => c.Name == name);
    written.Add(new Case(
        name,
        text,
        PyTorchSource.ClassOf(spec),
        [spec.Analysis.Input.Channels, spec.Analysis.Input.Height, spec.Analysis.Input.Width],
        [.. spec.Analysis.State.Select(e => $"{e.Key}:{string.Join(',', e.Shape)}")],
        [.. spec.Analysis.State.Where(e => e.IsBuffer).Select(e => e.Key)],
        SvgGeometry.Problems(NetworkPicture.Svg(spec)),
        place < 0 ? null : Running.Look(() => networks.Create(place), spec)));
}

File.WriteAllText(Path.Combine(folder, "cases.json"), JsonSerializer.Serialize(written, JsonSerializerOptions.Web));
Console.WriteLine($"{cases.Count} networks, {running.Count} of them run in C#");

long OptionOf(string option) => long.Parse(args[Array.IndexOf(args, option) + 1], CultureInfo.InvariantCulture);

static Rnd RandomOf(long seed) => new((ulong)seed);
