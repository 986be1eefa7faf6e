namespace ResNetGen.Architecture.Emission;

/// <summary>What a number of a block means; only numbers of one meaning may share a parameter.</summary>
internal enum Meaning
{
    /// <summary>Channels: always a parameter.</summary>
    Channels,

    /// <summary>A step: a parameter where blocks differ in it.</summary>
    Stride,

    /// <summary>The kernel: a parameter where blocks differ in it.</summary>
    Kernel,

    /// <summary>Padding or dilation: a parameter where blocks differ in it.</summary>
    Reach,

    /// <summary>Channels of zeros: a parameter where blocks differ in them.</summary>
    Zeros,

    /// <summary>Groups: a parameter where blocks differ in it.</summary>
    Groups,
}

/// <summary>One number of one block.</summary>
/// <param name="Role">The name that a parameter for it would have.</param>
/// <param name="Meaning">What it means.</param>
/// <param name="Value">The number.</param>
internal readonly record struct Argument(string Role, Meaning Meaning, int Value);
