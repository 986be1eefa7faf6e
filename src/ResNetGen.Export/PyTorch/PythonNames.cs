using System.Globalization;
using System.Text;

namespace ResNetGen.Export.PyTorch;

/// <summary>Names and literals of Python.</summary>
internal static class PythonNames
{
    // What the module itself defines or uses.
    private static readonly HashSet<string> Taken = new(
        [
            "False", "None", "True", "F", "Tensor", "OrderedDict", "NamedTuple", "Tuple", "Features", "Stem", "Stage", "Head", "FrozenBatchNorm2d",
            "ZeroPaddedMaxPool2d", "SameAvgPool2d", "BlurPool2d", "SqueezeExcitation", "ChannelAttention",
            "NAME", "INPUT", "OUTPUT", "TAPS", "DEPTH", "PARAMETERS", "MACS", "BLOCKS",
        ],
        StringComparer.Ordinal);

    /// <summary>
    /// The class of the network called <paramref name="name"/>, in words that begin with capitals: <c>cifar_resnet20_A</c> is
    /// <c>CifarResnet20A</c>. Characters outside ASCII part words; two numbers keep an underscore between them.
    /// </summary>
    public static string ClassOf(string name)
    {
        var text = new StringBuilder();
        var isStart = true;
        foreach (var c in name)
        {
            var isPart = char.IsAsciiLetterOrDigit(c);
            if (isPart && isStart && char.IsAsciiDigit(c) && text.Length > 0 && char.IsAsciiDigit(text[^1]))
                text.Append('_');
            if (isPart)
                text.Append(isStart ? char.ToUpperInvariant(c) : c);

            isStart = !isPart;
        }

        if (text.Length == 0 || !char.IsAsciiLetter(text[0]))
            text.Insert(0, "Network");

        var free = text.ToString();
        return Taken.Contains(free) || Architecture.Emission.CSharpEmitter.IsMember(free) ? free + "Network" : free;
    }

    /// <summary>A parameter as Python has it: <c>inChannels</c> is <c>in_channels</c>; numbers stay.</summary>
    public static string Snake(string name)
    {
        var text = new StringBuilder();
        foreach (var c in name)
        {
            if (char.IsAsciiLetterUpper(c))
                text.Append('_').Append(char.ToLowerInvariant(c));
            else
                text.Append(c);
        }

        return text.ToString();
    }

    /// <summary>Text that may stand in a string in double quotes, a documentation string among them.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder();
        foreach (var c in text)
        {
            if (c is '"' or '\\')
                escaped.Append('\\').Append(c);
            else if (c is >= ' ' and <= '~')
                escaped.Append(c);
            else
                escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
        }

        return escaped.ToString();
    }

    /// <summary>A number, whatever the machine's language.</summary>
    public static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A number that Python takes for no whole one, whatever the machine's language: <c>1e-05</c>, <c>1.0</c>.</summary>
    public static string Number(double value)
    {
        var text = value.ToString("R", CultureInfo.InvariantCulture).Replace('E', 'e');
        return text.AsSpan().ContainsAny('.', 'e') ? text : text + ".0";
    }

    /// <summary>A long number as Python has it: <c>25_557_032</c>.</summary>
    public static string Grouped(long value) => value.ToString("N0", CultureInfo.InvariantCulture).Replace(',', '_');

    /// <summary>A tuple of sizes.</summary>
    public static string Tuple(params IReadOnlyList<int> sizes) =>
        "(" + string.Join(", ", sizes.Select(s => Number(s))) + (sizes.Count == 1 ? ",)" : ")");
}
