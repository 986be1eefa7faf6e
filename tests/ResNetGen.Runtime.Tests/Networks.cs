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

[ResNet("specs/imagenet/resnet34_C.resnet.yaml")]
public sealed partial class ResNet34C;

[ResNet("specs/imagenet/resnet18d.resnet.yaml")]
public sealed partial class ResNet18D;

[ResNet("specs/imagenet/resnet34d.resnet.yaml")]
public sealed partial class ResNet34D;

[ResNet("specs/imagenet/resnet26d.resnet.yaml")]
public sealed partial class ResNet26D;

[ResNet("specs/imagenet/resnet50d.resnet.yaml")]
public sealed partial class ResNet50D;

[ResNet("specs/imagenet/resnet50t.resnet.yaml")]
public sealed partial class ResNet50T;

[ResNet("specs/imagenet/resnet10t.resnet.yaml")]
public sealed partial class ResNet10T;

[ResNet("specs/imagenet/resnet14t.resnet.yaml")]
public sealed partial class ResNet14T;

[ResNet("specs/imagenet/resnet101d.resnet.yaml")]
public sealed partial class ResNet101D;

[ResNet("specs/imagenet/resnet152d.resnet.yaml")]
public sealed partial class ResNet152D;

[ResNet("specs/imagenet/resnext50d_32x4d.resnet.yaml")]
public sealed partial class ResNext50D;

[ResNet("specs/imagenet/seresnet18.resnet.yaml")]
public sealed partial class SEResNet18;

[ResNet("specs/imagenet/seresnet50.resnet.yaml")]
public sealed partial class SEResNet50;

[ResNet("specs/imagenet/seresnext50_32x4d.resnet.yaml")]
public sealed partial class SEResNext50;

[ResNet("specs/imagenet/seresnext101d_32x8d.resnet.yaml")]
public sealed partial class SEResNext101D;

[ResNet("specs/imagenet/senet154.resnet.yaml")]
public sealed partial class SENet154;

[ResNet("specs/imagenet/ecaresnet50d.resnet.yaml")]
public sealed partial class EcaResNet50D;

[ResNet("specs/imagenet/resnet50_gn.resnet.yaml")]
public sealed partial class ResNet50GroupNorm;

[ResNet("specs/imagenet/resnetblur50.resnet.yaml")]
public sealed partial class ResNet50Blurred;

[ResNet("specs/imagenet/resnetaa50d.resnet.yaml")]
public sealed partial class ResNet50DAveraged;

[ResNet("specs/imagenet/keras_resnet50.resnet.yaml")]
public sealed partial class KerasResNet50;

[ResNet("specs/imagenet/resnet50_keras_v2.resnet.yaml")]
public sealed partial class KerasResNet50V2;

[ResNet("specs/imagenet/resnet50_slim.resnet.yaml")]
public sealed partial class SlimResNet50;

[ResNet("specs/imagenet/resnet50_pycls.resnet.yaml")]
public sealed partial class PyclsResNet50;

[ResNet("specs/imagenet/resnetv2_18.resnet.yaml")]
public sealed partial class PreActResNet18;

[ResNet("specs/imagenet/resnetv2_50.resnet.yaml")]
public sealed partial class PreActResNet50;

[ResNet("specs/imagenet/resnetv2_50d.resnet.yaml")]
public sealed partial class PreActResNet50D;

[ResNet("specs/imagenet/resnetv2_50t.resnet.yaml")]
public sealed partial class PreActResNet50T;

[ResNet("specs/imagenet/resnetv2_50d_gn.resnet.yaml")]
public sealed partial class PreActResNet50DGroupNorm;

[ResNet("specs/cifar10/cifar_preact_resnet1001.resnet.yaml")]
public sealed partial class CifarPreActResNet1001;

[ResNet("specs/cifar10/cifar_wrn28_10.resnet.yaml")]
public sealed partial class CifarWideResNet28;

[ResNet("specs/cifar10/tutorial_resnet34.resnet.yaml")]
public sealed partial class TutorialResNet34;

[ResNet("specs/segmentation/resnet50_rswd_FFT.resnet.yaml")]
public sealed partial class ResNet50OutputStride16;

[ResNet("specs/segmentation/resnet50_rswd_FTT.resnet.yaml")]
public sealed partial class ResNet50OutputStride8;

[ResNet("specs/segmentation/resnet50_rswd_TTT.resnet.yaml")]
public sealed partial class ResNet50OutputStride4;

[ResNet("specs/segmentation/resnet101_rswd_FFT.resnet.yaml")]
public sealed partial class ResNet101OutputStride16;

[ResNet("specs/segmentation/resnet101_rswd_FTT.resnet.yaml")]
public sealed partial class ResNet101OutputStride8;

[ResNet("specs/segmentation/resnet34_os16.resnet.yaml")]
public sealed partial class ResNet34OutputStride16;

[ResNet("specs/segmentation/resnet50d_os16.resnet.yaml")]
public sealed partial class ResNet50DOutputStride16;

[ResNet("specs/segmentation/resnetv2_50_os8.resnet.yaml")]
public sealed partial class PreActResNet50OutputStride8;

[ResNet("specs/segmentation/mm_resnet50_d8.resnet.yaml")]
public sealed partial class MmResNet50D8;

[ResNet("specs/segmentation/mm_resnetv1c50_d8_contract.resnet.yaml")]
public sealed partial class MmResNet50CD8Contracted;

[ResNet("specs/segmentation/mm_resnetv1d50_d8.resnet.yaml")]
public sealed partial class MmResNet50DD8;

[ResNet("specs/segmentation/deeplabv3_resnet101.resnet.yaml")]
public sealed partial class DeepLabResNet101;

[ResNet("specs/segmentation/mmseg_resnet101_multigrid.resnet.yaml")]
public sealed partial class MmMultiGridResNet101;

[ResNet("specs/detection/mm_resnet50_dc5.resnet.yaml")]
public sealed partial class MmResNet50Dc5;

[ResNet("specs/detection/resnet101_faster_rcnn.resnet.yaml")]
public sealed partial class FasterRcnnResNet101;

[ResNet("specs/tracking/siammask_resnet50.resnet.yaml")]
public sealed partial class SiamMaskResNet50;

[ResNet("specs/tracking/siamrpn_resnet50.resnet.yaml")]
public sealed partial class SiamRpnResNet50;

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
