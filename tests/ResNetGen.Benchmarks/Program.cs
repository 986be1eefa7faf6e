using ResNetGen.Benchmarks;
using ResNetGen.Benchmarks.Generator;

const string Usage = """
    usage: dotnet run -c Release --project tests/ResNetGen.Benchmarks -- [generator] [overhead] [resnet50] [weights] [training] [--quick] [--write]

      generator  the generator in an editor, 100 networks in the project: no torch is run
      overhead   the cost of a call: add, relu and conv2d on tiny tensors, ResNet-20 with a batch of one
      resnet50   ResNet-50 with a batch of eight: time, and peak memory of fresh processes
      weights    loading ResNet-152 from a .pth: time, and peak memory of fresh processes
      training   ResNet-20 at batch 128: a step alone, and a run with its pictures loaded and augmented
                 (none: all but generator)
      --quick    few rounds: whether it runs, not how fast
      --write    also write the report to docs/measurements

    Each is measured in turns with Python's torch (Debian: python3-torch, python3-torchvision).
    """;

if (args is [Peer.LocalVerb])
{
    LocalPeer.Run();
    return 0;
}

string[] subjects = ["overhead", "resnet50", "weights", "training"];
if (args.FirstOrDefault(a => a is not ("generator" or "--quick" or "--write") && !subjects.Contains(a)) is { } unknown)
{
    Console.Error.WriteLine(unknown is "--help" or "-h" ? Usage : $"unknown argument: {unknown}\n\n{Usage}");
    return 2;
}

var command = string.Join(' ', args.Prepend("./build.sh bench"));
if (Has("generator"))
{
    Print(GeneratorReport.Run(Has("--quick"), command), "generator");
    if (!subjects.Any(Has))
        return 0;
}

var chosen = subjects.Any(Has) ? [.. subjects.Where(Has)] : subjects;
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
    if (chosen.Contains("overhead"))
        comparisons.AddRange(measurements.Overhead(ours, python));

    if (chosen.Contains("resnet50"))
        comparisons.AddRange(measurements.ResNet50(ours, python));

    if (chosen.Contains("weights"))
        comparisons.AddRange(measurements.Weights(ours, python));

    if (chosen.Contains("training"))
    {
        Pictures.Write(folder.FullName);
        comparisons.AddRange(measurements.Training(ours, python));
    }
}

folder.Delete(recursive: true);

Print(Report.Of(comparisons, command, ourVersions, pythonVersions), chosen is [("weights" or "training") and var only] ? only : "python-torch");
return 0;

void Print(string report, string subject)
{
    Console.Write(report);
    if (Has("--write"))
        Console.Error.WriteLine($"Written: docs/measurements/{Report.Write(report, subject)}");
}

bool Has(string argument) => args.Contains(argument, StringComparer.Ordinal);
