namespace TorchSharp.Modules;

/// <summary>Pads images by mirroring them at their borders.</summary>
public sealed class ReflectionPad2d : PadBase
{
    internal ReflectionPad2d((long Left, long Right, long Top, long Bottom) padding)
        : base(nameof(ReflectionPad2d), PaddingModes.Reflect, 0, padding.Left, padding.Right, padding.Top, padding.Bottom)
    {
    }
}
