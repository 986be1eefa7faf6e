using ResNetGen;

namespace Quickstart;

/// <summary>ResNet-50 for ImageNet: the file beside this one says the network, the compiler writes the class.</summary>
[ResNet("resnet50.resnet.yaml")]
public sealed partial class ResNet50;
