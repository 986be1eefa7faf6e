namespace ResNetGen.Weights.Pickles;

/// <summary>
/// What a pickle may hold: ten times what a checkpoint of a network of 1202 layers with Adam's state has, and little enough that
/// a file made for it fills no memory.
/// </summary>
internal static class PickleLimits
{
    public const long Bytes = 64 << 20;
    public const int Values = 2_000_000;
    public const int Stack = 100_000;
    public const int Depth = 100;
    public const int TextBytes = 4 << 20;
    public const int GlobalBytes = 256;
}
