namespace TorchSharp.Modules;

/// <summary>Pads images with zeros.</summary>
public sealed class ZeroPad2d : PadBase
{
    internal ZeroPad2d((long Left, long Right, long Top, long Bottom) padding)
        : base(nameof(ZeroPad2d), PaddingModes.Constant, 0, padding.Left, padding.Right, padding.Top, padding.Bottom)
    {
    }
}
