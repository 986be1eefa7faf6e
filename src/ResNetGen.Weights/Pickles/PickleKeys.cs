using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace ResNetGen.Weights.Pickles;

/// <summary>Equality of a dict's keys. Hash codes are seeded: a file cannot be made to have all its keys in one bucket.</summary>
internal sealed class PickleKeys : IEqualityComparer<object>
{
    public static readonly PickleKeys Instance = new();

    /// <summary>Returns whether a value may be a key.</summary>
    public static bool Allow(object key) => key is string or long or double or bool || ReferenceEquals(key, PickleValue.None);

    public new bool Equals(object? x, object? y) => object.Equals(x, y);

    public int GetHashCode([DisallowNull] object obj) => obj switch
    {
        string text => text.GetHashCode(StringComparison.Ordinal),
        long number => HashCode.Combine((int)number, (int)(number >> 32)),
        double number => GetHashCode(BitConverter.DoubleToInt64Bits(number)),
        _ => RuntimeHelpers.GetHashCode(obj),
    };
}
