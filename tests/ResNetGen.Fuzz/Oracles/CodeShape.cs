using System.Security.Cryptography;
using System.Text;

namespace ResNetGen.Fuzz.Oracles;

/// <summary>Code apart from its numbers: to the compiler, codes of one shape differ only in how large their numbers are.</summary>
internal static class CodeShape
{
    private const int DigitsOfInt = 9;

    /// <summary>Returns a fingerprint of the code, each number in it one of two: it fits an int, or it may not.</summary>
    public static UInt128 Of(string code)
    {
        var shape = new StringBuilder(code.Length);
        for (var i = 0; i < code.Length;)
        {
            if (!char.IsAsciiDigit(code[i]))
            {
                shape.Append(code[i++]);
                continue;
            }

            var start = i;
            while (i < code.Length && char.IsAsciiDigit(code[i]))
                i++;
            shape.Append(i - start > DigitsOfInt ? 'L' : '0');
        }

        return BitConverter.ToUInt128(SHA256.HashData(Encoding.UTF8.GetBytes(shape.ToString())));
    }
}
