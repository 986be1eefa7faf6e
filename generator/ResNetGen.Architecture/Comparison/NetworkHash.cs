using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ResNetGen.Architecture.Networks;

namespace ResNetGen.Architecture.Comparison;

/// <summary>A fingerprint of what a network is: its function, state dict, training and declared input, but not its name or its spec's text.</summary>
public static class NetworkHash
{
    /// <summary>Returns 64 lower-case hexadecimal digits: SHA-256 of the <see cref="CanonicalText"/> in UTF-8.</summary>
    public static string Of(CompiledSpec spec) => Of(spec.Network);

    /// <summary>Returns 64 lower-case hexadecimal digits: SHA-256 of the <see cref="CanonicalText"/> in UTF-8.</summary>
    public static string Of(Network network, CancellationToken cancellation = default) => OfText(CanonicalText.Of(network, cancellation));

    /// <summary>Returns SHA-256 of <paramref name="text"/> in UTF-8, in lower-case hexadecimal digits.</summary>
    internal static string OfText(string text)
    {
        using var sha = SHA256.Create();
        return string.Concat(sha.ComputeHash(Encoding.UTF8.GetBytes(text)).Select(b => b.ToString("x2", CultureInfo.InvariantCulture)));
    }
}
