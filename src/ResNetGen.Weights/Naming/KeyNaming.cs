namespace ResNetGen.Weights;

/// <summary>Whose names the keys of a state dict are; the words of the spec language's <c>naming</c>.</summary>
public enum KeyNaming
{
    /// <summary>torchvision's: <c>conv1</c>, <c>bn1</c>, <c>layer1.0.downsample.0</c>, <c>fc</c>.</summary>
    Torchvision,

    /// <summary>timm's: torchvision's, but for pre-activated networks: <c>stem.conv</c>, <c>stages.0.blocks.0.norm1</c>, <c>head.fc</c>.</summary>
    Timm,

    /// <summary>mmdetection's and mmsegmentation's: deep stems are <c>stem.0</c>, <c>stem.1</c>, ..., group norms <c>gn1</c>.</summary>
    Mmdet,

    /// <summary>mmpretrain's: deep stems are <c>stem.0.conv</c>, <c>stem.0.bn</c>, ...</summary>
    Mmpretrain,
}
