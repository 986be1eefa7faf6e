namespace TorchSharp;

public static partial class torch
{
    /// <summary>How a quotient becomes a whole number.</summary>
    public enum RoundingMode
    {
        /// <summary>It does not.</summary>
        None = 0,

        /// <summary>Towards zero.</summary>
        trunc = 1,

        /// <summary>Towards minus infinity.</summary>
        floor = 2,
    }
}
