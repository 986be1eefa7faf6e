using System.Text;

namespace ResNetGen.Tool.Zoo;

/// <summary>Orders names as a person does: resnet50 before resnet101.</summary>
internal static class NaturalOrder
{
    private const int Digits = 9;

    /// <summary>Returns a text whose ordinal order is the name's natural order.</summary>
    public static string KeyOf(string name)
    {
        var key = new StringBuilder(name.Length * 2);
        for (var i = 0; i < name.Length;)
        {
            var end = i;
            while (end < name.Length && char.IsAsciiDigit(name[end]))
                end++;

            if (end > i)
            {
                key.Append(name[i..end].PadLeft(Digits, '0'));
                i = end;
            }
            else
            {
                key.Append(char.ToLowerInvariant(name[i++]));
            }
        }

        return key.ToString();
    }
}
