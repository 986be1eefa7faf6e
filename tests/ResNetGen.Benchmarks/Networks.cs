namespace ResNetGen.Benchmarks;

[ResNet("specs/cifar10/cifar_resnet20_B.resnet.yaml")]
internal sealed partial class CifarResNet20;

[ResNet("specs/imagenet/resnet50.resnet.yaml")]
internal sealed partial class ResNet50;

[ResNet("specs/imagenet/resnet152.resnet.yaml")]
internal sealed partial class ResNet152;
