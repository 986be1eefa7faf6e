using static TorchSharp.torch;

namespace ResNetGen.Benchmarks;

[ResNet("specs/cifar10/cifar_resnet20_B.resnet.yaml")]
internal sealed partial class CifarResNet20;

[ResNet("specs/imagenet/resnet50.resnet.yaml")]
internal sealed partial class ResNet50;

[ResNet("specs/imagenet/resnet152.resnet.yaml")]
internal sealed partial class ResNet152;

/// <summary>The networks that all sides have, by name, and what they take.</summary>
internal static class Networks
{
    public static nn.Module<Tensor, Tensor> Create(string name) => name == "resnet50" ? new ResNet50() : new CifarResNet20();

    /// <summary>A network's twin for inference.</summary>
    public static nn.Module<Tensor, Tensor> Twin(nn.Module<Tensor, Tensor> network, InferenceOptions options) =>
        network is ResNet50 resNet50 ? resNet50.ToInference(options) : ((CifarResNet20)network).ToInference(options);

    /// <summary>A training step's forward and backward that computes blocks again.</summary>
    public static Tensor BackwardRecomputing(nn.Module<Tensor, Tensor> network, Tensor images, Func<Tensor, Tensor> loss) =>
        network is ResNet50 resNet50 ? resNet50.BackwardRecomputing(images, loss) : ((CifarResNet20)network).BackwardRecomputing(images, loss);

    /// <summary>The spec, as the class quotes it.</summary>
    public static string Spec(string name) => name == "resnet50" ? ResNet50.Architecture.Spec : CifarResNet20.Architecture.Spec;

    public static long Classes(string name) => name == "resnet50" ? ResNet50.Architecture.Classes : CifarResNet20.Architecture.Classes;

    /// <summary>The shape of so many pictures.</summary>
    public static long[] Shape(string name, long batch) => name == "resnet50" ? [batch, 3, 224, 224] : [batch, 3, 32, 32];
}
