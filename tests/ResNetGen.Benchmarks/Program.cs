using ResNetGen.Benchmarks;
using ResNetGen.Benchmarks.Generator;

const string Usage = """
    usage: dotnet run -c Release --project tests/ResNetGen.Benchmarks -- [generator] [overhead] [resnet50] [weights] [--quick] [--write]

      generator  the generator in an editor, 100 networks in the project: no torch is run
      overhead   the cost of a call: add, relu and conv2d on tiny tensors, ResNet-20 with a batch of one
      resnet50   ResNet-50 with a batch of eight: time, and peak memory of fresh processes
      weights    loading ResNet-152 from a .pth: time, and peak memory of fresh processes
                 (none: overhead, resnet50 and weights)
      --quick    few rounds: whether it runs, not how fast
      --write    also write the report to docs/measurements

    Each is measured in turns with Python's torch (Debian: python3-torch, python3-torchvision).
    """;

if (args is [Peer.LocalVerb])
{
    LocalPeer.Run();
    return 0;
}

if (args.FirstOrDefault(a => a is not ("generator" or "overhead" or "resnet50" or "weights" or "--quick" or "--write")) is { } unknown)
{
    Console.Error.WriteLine(unknown is "--help" or "-h" ? Usage : $"unknown argument: {unknown}\n\n{Usage}");
    return 2;
}

var command = string.Join(' ', args.Prepend("./build.sh bench"));
if (Has("generator"))
{
    Print(GeneratorReport.Run(Has("--quick"), command), "generator");
    if (!Has("overhead") && !Has("resnet50") && !Has("weights"))
        return 0;
}

var all = !Has("overhead") && !Has("resnet50") && !Has("weights");
var measurements = new Measurements(quick: Has("--quick"));
var comparisons = new List<Comparison>();
string ourVersions, pythonVersions;
var folder = Directory.CreateTempSubdirectory("resnetgen-bench-");
Environment.SetEnvironmentVariable(Peer.FolderVariable, folder.FullName);
using (var ours = Peer.StartOurs())
using (var python = Peer.StartPython())
{
    (ourVersions, pythonVersions) = (ours.Versions, python.Versions);
    Console.Error.WriteLine($"ResNetGen: {ourVersions}\nPython: {pythonVersions}\nMeasuring ...");
    if (all || Has("overhead"))
        comparisons.AddRange(measurements.Overhead(ours, python));

    if (all || Has("resnet50"))
        comparisons.AddRange(measurements.ResNet50(ours, python));

    if (all || Has("weights"))
        comparisons.AddRange(measurements.Weights(ours, python));
}

folder.Delete(recursive: true);

Print(Report.Of(comparisons, command, ourVersions, pythonVersions), Has("weights") && !Has("overhead") && !Has("resnet50") ? "weights" : "python-torch");
return 0;

void Print(string report, string subject)
{
    Console.Write(report);
    if (Has("--write"))
        Console.Error.WriteLine($"Written: docs/measurements/{Report.Write(report, subject)}");
}

bool Has(string argument) => args.Contains(argument, StringComparer.Ordinal);
