using ResNetGen.Benchmarks;
using ResNetGen.Benchmarks.Generator;

const string Usage = """
    usage: ./build.sh bench [SUBJECT...] [--quick] [--write | --no-write]

      inference  ResNet-50 and ResNet-20 beside PyTorch and onnxruntime: time, memory, the first result, two callers
      training   steps of both beside PyTorch: time, memory, where it goes; a run with its pictures loaded and augmented
      overhead   the cost of a call: add, relu and conv2d on tiny tensors, ResNet-20 with a batch of one
      weights    loading ResNet-152 from a .pth: time, and peak memory of fresh processes
      generator  the generator in an editor, 100 networks in the project: no torch is run
      builds     whole builds with 1, 20 and 100 classes beside the same code written by hand: no torch is run
      command    how soon the command answers: no torch is run
                 (none: all of them)
      --quick    few rounds, under five minutes for all: how it lies, too few for figures
      --write    reports go to docs/measurements, too: so without --quick anyway
      --no-write they are printed alone

    PyTorch is Debian's (python3-torch, python3-torchvision), onnxruntime npm's (onnxruntime-node).
    """;

if (args is [Peer.LocalVerb])
{
    LocalPeer.Run();
    return 0;
}

if (Arguments.Parse(args, out var unknown) is not { } arguments)
{
    Console.Error.WriteLine(unknown is "--help" or "-h" ? Usage : $"unknown argument: {unknown}\n\n{Usage}");
    return 2;
}

var contest = new Contest(arguments.Quick);
var folder = Directory.CreateTempSubdirectory("resnetgen-bench-");
Environment.SetEnvironmentVariable(Peer.FolderVariable, folder.FullName);
try
{
    foreach (var subject in arguments.Subjects)
    {
        Console.Error.WriteLine($"Measuring: {subject} ...");
        // As it would be called for this one alone.
        var text = Measure(subject).Text($"./build.sh bench {subject}{(arguments.Quick ? " --quick" : "")}");
        Console.Write(text + "\n");
        if (arguments.Writes)
            Console.Error.WriteLine($"Written: docs/measurements/{Report.Write(text, subject)}");
    }
}
finally
{
    folder.Delete(recursive: true);
}

return 0;

Report Measure(string subject) => subject switch
{
    "inference" => new Inference(contest).Run(),
    "training" => new Training(contest).Run(),
    "overhead" => new Overhead(contest).Run(),
    "weights" => new Loading(contest).Run(),
    "generator" => GeneratorReport.Run(arguments.Quick),
    "builds" => new Builds(contest).Run(),
    "command" => new Command(contest).Run(),
    _ => throw new ArgumentOutOfRangeException(nameof(subject), subject, "There is no such subject."),
};
