using static TorchSharp.torch;

namespace ResNetGen.Oracle.Tests;

[ResNet("specs/imagenet/resnet18.resnet.yaml")]
public sealed partial class ResNet18;

[ResNet("specs/imagenet/resnet50.resnet.yaml")]
public sealed partial class ResNet50;

[ResNet("specs/imagenet/resnext50_32x4d.resnet.yaml")]
public sealed partial class ResNext50;

[ResNet("specs/segmentation/resnet50_rswd_FTT.resnet.yaml")]
public sealed partial class DilatedResNet50;

/// <summary>The generated classes under torchvision's names.</summary>
internal static class Networks
{
    public static IReadOnlyList<string> Names { get; } =
    [
        ResNet18.Architecture.Name, ResNet50.Architecture.Name, ResNext50.Architecture.Name, DilatedResNet50.Architecture.Name,
    ];

    /// <summary>Builds a network with its own first weights.</summary>
    public static nn.Module<Tensor, Tensor> Create(string name) => name switch
    {
        ResNet18.Architecture.Name => new ResNet18(),
        ResNet50.Architecture.Name => new ResNet50(),
        ResNext50.Architecture.Name => new ResNext50(),
        DilatedResNet50.Architecture.Name => new DilatedResNet50(),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No such network."),
    };

    /// <summary>Builds a network and loads torchvision's state dict into it: every key of either side must be in the other.</summary>
    public static nn.Module<Tensor, Tensor> Load(string name)
    {
        var network = Create(name);
        using var state = TensorsFile.Read(OracleFolder.Path($"{name}.state"));
        network.load_state_dict(state.Tensors, strict: true);
        return network;
    }
}
