namespace ResNetGen.Runtime.Tests;

// One class for each network of specs/: the tests run all of them.

[ResNet("specs/imagenet/resnet18.resnet.yaml")]
public sealed partial class ResNet18;

[ResNet("specs/imagenet/resnet34.resnet.yaml")]
public sealed partial class ResNet34;

[ResNet("specs/imagenet/resnet50.resnet.yaml")]
public sealed partial class ResNet50;

[ResNet("specs/imagenet/resnet101.resnet.yaml")]
public sealed partial class ResNet101;

[ResNet("specs/imagenet/resnet152.resnet.yaml")]
public sealed partial class ResNet152;

[ResNet("specs/imagenet/resnext50_32x4d.resnet.yaml")]
public sealed partial class ResNext50;

[ResNet("specs/imagenet/resnext101_32x8d.resnet.yaml")]
public sealed partial class ResNext101;

[ResNet("specs/imagenet/resnext101_64x4d.resnet.yaml")]
public sealed partial class ResNext101Narrow;

[ResNet("specs/imagenet/wide_resnet50_2.resnet.yaml")]
public sealed partial class WideResNet50;

[ResNet("specs/imagenet/wide_resnet101_2.resnet.yaml")]
public sealed partial class WideResNet101;

[ResNet("specs/imagenet/resnet50_v1.resnet.yaml")]
public sealed partial class ResNet50V1;

[ResNet("specs/imagenet/resnet101_v1.resnet.yaml")]
public sealed partial class ResNet101V1;

[ResNet("specs/imagenet/resnet152_v1.resnet.yaml")]
public sealed partial class ResNet152V1;

[ResNet("specs/cifar10/cifar_resnet20_B.resnet.yaml")]
public sealed partial class CifarResNet20;

[ResNet("specs/cifar10/cifar_resnet32_B.resnet.yaml")]
public sealed partial class CifarResNet32;

[ResNet("specs/cifar10/cifar_resnet44_B.resnet.yaml")]
public sealed partial class CifarResNet44;

[ResNet("specs/cifar10/cifar_resnet56_B.resnet.yaml")]
public sealed partial class CifarResNet56;

[ResNet("specs/cifar10/cifar_resnet110_B.resnet.yaml")]
public sealed partial class CifarResNet110;

[ResNet("specs/cifar10/cifar_resnet1202_B.resnet.yaml")]
public sealed partial class CifarResNet1202;

[ResNet("specs/imagenet/resnext101_32x4d.resnet.yaml")]
public sealed partial class ResNext101ManyGroups;

[ResNet("specs/imagenet/plain18.resnet.yaml")]
public sealed partial class Plain18;

[ResNet("specs/imagenet/plain34.resnet.yaml")]
public sealed partial class Plain34;

[ResNet("specs/imagenet/resnet18_A.resnet.yaml")]
public sealed partial class ResNet18A;

[ResNet("specs/imagenet/resnet34_A.resnet.yaml")]
public sealed partial class ResNet34A;

[ResNet("specs/imagenet/resnet34_B.resnet.yaml")]
public sealed partial class ResNet34B;

[ResNet("specs/cifar10/cifar_resnet20_A.resnet.yaml")]
public sealed partial class CifarResNet20A;

[ResNet("specs/cifar10/cifar_resnet32_A.resnet.yaml")]
public sealed partial class CifarResNet32A;

[ResNet("specs/cifar10/cifar_resnet44_A.resnet.yaml")]
public sealed partial class CifarResNet44A;

[ResNet("specs/cifar10/cifar_resnet56_A.resnet.yaml")]
public sealed partial class CifarResNet56A;

[ResNet("specs/cifar10/cifar_resnet110_A.resnet.yaml")]
public sealed partial class CifarResNet110A;

[ResNet("specs/cifar10/cifar_resnet1202_A.resnet.yaml")]
public sealed partial class CifarResNet1202A;

[ResNet("specs/cifar10/cifar_plain20.resnet.yaml")]
public sealed partial class CifarPlain20;

[ResNet("specs/cifar10/cifar_plain32.resnet.yaml")]
public sealed partial class CifarPlain32;

[ResNet("specs/cifar10/cifar_plain44.resnet.yaml")]
public sealed partial class CifarPlain44;

[ResNet("specs/cifar10/cifar_plain56.resnet.yaml")]
public sealed partial class CifarPlain56;

[ResNet("specs/cifar10/cifar_plain110.resnet.yaml")]
public sealed partial class CifarPlain110;

[ResNet("specs/cifar10/cifar_resnet20_A_split.resnet.yaml")]
public sealed partial class CifarResNet20ASplit;

[ResNet("specs/imagenet/resnet26.resnet.yaml")]
public sealed partial class ResNet26;

[ResNet("specs/imagenet/resnet50c.resnet.yaml")]
public sealed partial class ResNet50C;

[ResNet("specs/imagenet/resnet101c.resnet.yaml")]
public sealed partial class ResNet101C;

[ResNet("specs/imagenet/resnet50s.resnet.yaml")]
public sealed partial class ResNet50S;

// Said by the attribute alone: the same network as CifarResNet20.
[ResNet(
    Name = "cifar_resnet20_B",
    Input = new[] { 3, 32, 32 },
    Stem = Stem.Conv3x3,
    Block = Block.Basic,
    Blocks = new[] { 3, 3, 3 },
    Widths = new[] { 16, 32, 64 },
    Classes = 10)]
public sealed partial class CifarByAttribute;

// A file with the attribute on top.
[ResNet("specs/imagenet/resnet18.resnet.yaml", Classes = 7)]
public sealed partial class ResNet18ForSeven;
