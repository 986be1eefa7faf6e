using ResNetGen;

namespace FineTuning;

/// <summary>Learns six classes from scratch.</summary>
[ResNet("shapes.resnet.yaml")]
public sealed partial class ShapeNet;

/// <summary>The same network with a head for four other classes.</summary>
[ResNet("shapes.resnet.yaml", Classes = 4)]
public sealed partial class TextureNet;

/// <summary>The same network as a detector needs it: no head, all maps, norms that never change, stem and first stage frozen.</summary>
[ResNet("shapes.resnet.yaml", Head = Head.None, Norm = Norm.FrozenBatch, FrozenStages = 1)]
public sealed partial class ShapeBackbone;
