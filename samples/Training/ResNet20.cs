using ResNetGen;

namespace Training;

/// <summary>ResNet-20 as the paper trained it on CIFAR-10: option A, 0.27 M parameters (He et al. 2015, section 4.2).</summary>
[ResNet(Stem = Stem.Conv3x3, Depth = 20, Shortcut = Shortcut.A, Input = new[] { 3, 32, 32 }, Classes = 10)]
internal sealed partial class ResNet20;
