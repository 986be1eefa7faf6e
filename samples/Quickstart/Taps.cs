using Cifar = Quickstart.CifarResNet20.Architecture;
using ImageNet = Quickstart.ResNet50.Architecture;

namespace Quickstart;

/// <summary>Sets the maps of a run beside the constants of the class that made them.</summary>
internal static class Taps
{
    public static Tap[] Of(ResNet50.FeatureMaps maps) =>
    [
        new("C1", maps.C1, [1, ImageNet.C1.Channels, ImageNet.C1.Height, ImageNet.C1.Width], ImageNet.C1.Stride, ImageNet.C1.ReceptiveField),
        new("C2", maps.C2, [1, ImageNet.C2.Channels, ImageNet.C2.Height, ImageNet.C2.Width], ImageNet.C2.Stride, ImageNet.C2.ReceptiveField),
        new("C3", maps.C3, [1, ImageNet.C3.Channels, ImageNet.C3.Height, ImageNet.C3.Width], ImageNet.C3.Stride, ImageNet.C3.ReceptiveField),
        new("C4", maps.C4, [1, ImageNet.C4.Channels, ImageNet.C4.Height, ImageNet.C4.Width], ImageNet.C4.Stride, ImageNet.C4.ReceptiveField),
        new("C5", maps.C5, [1, ImageNet.C5.Channels, ImageNet.C5.Height, ImageNet.C5.Width], ImageNet.C5.Stride, ImageNet.C5.ReceptiveField),
    ];

    public static Tap[] Of(CifarResNet20.FeatureMaps maps) =>
    [
        new("C1", maps.C1, [1, Cifar.C1.Channels, Cifar.C1.Height, Cifar.C1.Width], Cifar.C1.Stride, Cifar.C1.ReceptiveField),
        new("C2", maps.C2, [1, Cifar.C2.Channels, Cifar.C2.Height, Cifar.C2.Width], Cifar.C2.Stride, Cifar.C2.ReceptiveField),
        new("C3", maps.C3, [1, Cifar.C3.Channels, Cifar.C3.Height, Cifar.C3.Width], Cifar.C3.Stride, Cifar.C3.ReceptiveField),
        new("C4", maps.C4, [1, Cifar.C4.Channels, Cifar.C4.Height, Cifar.C4.Width], Cifar.C4.Stride, Cifar.C4.ReceptiveField),
    ];
}
