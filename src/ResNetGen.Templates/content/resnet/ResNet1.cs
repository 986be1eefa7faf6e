using ResNetGen;

namespace NAMESPACE_OF_CLASS;

/// <summary>The network that FILE_NAME.resnet.yaml describes; the compiler writes the other half.</summary>
[ResNet("FILE_NAME.resnet.yaml")]
public sealed partial class CLASS_NAME;
