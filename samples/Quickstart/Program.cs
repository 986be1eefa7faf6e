// From a spec to a running network: what was generated, a picture through it, and one step of training.
using System.Globalization;
using Quickstart;
using Quickstart.Images;
using ResNetGen.Training.Data;
using TorchSharp;
using static TorchSharp.torch;

if (args is not ([] or ["--image", _]))
{
    Console.Error.WriteLine("usage: Quickstart [--image FILE]   (PNG or JPEG; without one, the sample draws a picture)");
    return 2;
}

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
try
{
    var image = args is [_, var path] ? ImageFile.Read(path) : DrawnImage.Create(640, 480);
    CompileTime.Report();
    return RunTime(image) ? 0 : 1;
}
catch (Exception problem) when (problem is IOException or CorruptImageException or UnauthorizedAccessException or DllNotFoundException)
{
    Console.Error.WriteLine($"error: {problem.Message}");
    return 1;
}

static bool RunTime(RgbImage image)
{
    torch.manual_seed(1);
    var atStart = Tensor.TotalCount;
    long withNetworks, afterRuns;
    bool shapesHold, lossFell;

    Console.WriteLine();
    using (var resnet = new ResNet50())
    using (var cifar = new CifarResNet20())
    using (var large = NetworkInput.From(image, ResNet50.Architecture.InputHeight, ResNet50.Architecture.InputWidth))
    using (var small = NetworkInput.From(image, CifarResNet20.Architecture.InputHeight, CifarResNet20.Architecture.InputWidth))
    {
        withNetworks = Tensor.TotalCount;
        shapesHold = Evaluation.Run(resnet, resnet.Features, Taps.Of, large) & Evaluation.Run(cifar, cifar.Features, Taps.Of, small);
        lossFell = TrainingStep.Run(cifar);
        afterRuns = Tensor.TotalCount;
    }

    var atEnd = Tensor.TotalCount;
    Console.WriteLine($"Live tensors: {atStart} at first, {withNetworks} with both networks, {afterRuns} after the runs, {atEnd} at the end");
    return shapesHold && lossFell && afterRuns == withNetworks && atEnd == atStart;
}
