using ResNetGen.Benchmarks;

const string Usage = """
    usage: dotnet run -c Release --project tests/ResNetGen.Benchmarks -- [overhead] [resnet50] [--quick] [--write]

      overhead   the cost of a call: add, relu and conv2d on tiny tensors, ResNet-20 with a batch of one
      resnet50   ResNet-50 with a batch of eight: time, and peak memory of fresh processes
                 (neither: both)
      --quick    few rounds: whether it runs, not how fast
      --write    also write the report to docs/measurements

    Each is measured in turns with Python's torch (Debian: python3-torch, python3-torchvision).
    """;

if (args is [Peer.LocalVerb])
{
    LocalPeer.Run();
    return 0;
}

if (args.FirstOrDefault(a => a is not ("overhead" or "resnet50" or "--quick" or "--write")) is { } unknown)
{
    Console.Error.WriteLine(unknown is "--help" or "-h" ? Usage : $"unknown argument: {unknown}\n\n{Usage}");
    return 2;
}

var all = !Has("overhead") && !Has("resnet50");
var measurements = new Measurements(quick: Has("--quick"));
var comparisons = new List<Comparison>();
string ourVersions, pythonVersions;
using (var ours = Peer.StartOurs())
using (var python = Peer.StartPython())
{
    (ourVersions, pythonVersions) = (ours.Versions, python.Versions);
    Console.Error.WriteLine($"ResNetGen: {ourVersions}\nPython: {pythonVersions}\nMeasuring ...");
    if (all || Has("overhead"))
        comparisons.AddRange(measurements.Overhead(ours, python));

    if (all || Has("resnet50"))
        comparisons.AddRange(measurements.ResNet50(ours, python));
}

var command = string.Join(' ', args.Prepend("./build.sh bench"));
var report = Report.Of(comparisons, command, ourVersions, pythonVersions);
Console.Write(report);
if (Has("--write"))
    Console.Error.WriteLine($"Written: docs/measurements/{Report.Write(report)}");

return 0;

bool Has(string argument) => args.Contains(argument, StringComparer.Ordinal);
