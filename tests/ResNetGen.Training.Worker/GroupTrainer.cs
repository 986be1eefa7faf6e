using System.Globalization;
using ResNetGen.Training.Data;
using ResNetGen.Training.Distributed;
using static TorchSharp.torch;

namespace ResNetGen.Training.Worker;

/// <summary><c>trainer</c>: a whole run on drawn pictures, alone or with the processes that the environment tells of. Arguments: <c>folder= out=</c>.</summary>
internal static class GroupTrainer
{
    internal static int Run(string[] arguments)
    {
        var words = new Words(arguments);
        using IProcessGroup? group = ProcessGroups.FromEnvironment(new() { StartTimeout = TimeSpan.FromMinutes(1), Timeout = TimeSpan.FromMinutes(1) });
        using var network = new SmoothCifarNet();

        // An epoch's last batch has 9 pictures: shares of 5 and 4.
        var recipe = new Recipe
        {
            Name = "group",
            BatchSize = 12,
            Length = TrainingLength.Epochs(2),
            LearningRate = new() { Base = 0.05 },
            Augmentation = new() { Pad = 4, Crop = 32, Flip = true },
            Normalization = Normalization.Cifar10,
            SynchronizeNorms = true,
        };
        var options = new TrainingOptions { Folder = words.Text("folder", ""), Group = group };
        var ended = new Trainer(network, nameof(SmoothCifarNet), recipe, ImageSources.Open("synthetic:93,20"), options).Run();
        network.save($"{words.Text("out", "")}.{(group?.Rank ?? 0).ToString(CultureInfo.InvariantCulture)}");

        // Afterwards the network trains by itself: its norms ask no group that is gone.
        group?.Dispose();
        network.train();
        using (var images = randn(2, 3, 32, 32))
        using (network.call(images))
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"step {ended.Step}"));
        return 0;
    }
}
