using System.Globalization;
using ResNetGen.Architecture.Networks;

namespace ResNetGen.Architecture.Emission;

/// <summary>The names that generated code uses.</summary>
internal static class Names
{
    public const string Torch = "global::TorchSharp.torch";
    public const string Nn = Torch + ".nn";
    public const string Tensor = Torch + ".Tensor";
    public const string Module = Nn + ".Module<" + Tensor + ", " + Tensor + ">";
    public const string Modules = "global::TorchSharp.Modules.";
    public const string DeviceParameters = Torch + ".Device? device, " + Torch + ".ScalarType? dtype";
    public const string OptionalDeviceParameters = Torch + ".Device? device = null, " + Torch + ".ScalarType? dtype = null";

    /// <summary>The member for a key of the state dict: <c>conv1</c> is <c>Conv1</c>, <c>maxpool</c> is <c>MaxPool</c>.</summary>
    public static string Member(string key) => key switch
    {
        "maxpool" or "stem.pool" => "MaxPool",
        "avgpool" => "AvgPool",
        "blur" => "Blur",
        "aa" => "AntiAlias",
        "stem" => "StemLayers",
        "stem.conv" => "Conv1",
        "stem.norm" => "Norm1",
        "norm" => "FinalNorm",
        _ => Capital(key.Substring(key.LastIndexOf('.') + 1)),
    };

    /// <summary>The member for a layer of the stem or the head.</summary>
    public static string Member(Layer layer) => (layer, layer.Key) switch
    {
        (LayerChain, "maxpool" or "stem.pool") => "PoolConvolution",
        (AveragePool, "maxpool" or "stem.pool") => "StemAvgPool",
        _ => Member(layer.Key),
    };

    /// <summary>The member for the stage at <paramref name="index"/> from 0.</summary>
    public static string StageMember(int index) => "Layer" + Number(index + 1);

    /// <summary>The attribute that marks generated code.</summary>
    public static string GeneratedCode =>
        $"[global::System.CodeDom.Compiler.GeneratedCode(\"ResNetGen\", \"{ResNetGenVersion.Text}\")]";

    /// <summary>A number as C# has it, whatever the machine's language.</summary>
    public static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A number for people: <c>25,557,032</c>.</summary>
    public static string Grouped(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A number as C# has it, whatever the machine's language.</summary>
    public static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>A text as a literal of C#: what is not plain ASCII is escaped.</summary>
    public static string Literal(string text)
    {
        var literal = new System.Text.StringBuilder("\"", text.Length + 4);
        foreach (var c in text)
        {
            literal.Append(c switch
            {
                '\n' => "\\n",
                '"' => "\\\"",
                '\\' => "\\\\",
                >= ' ' and <= '~' => c.ToString(),
                _ => "\\u" + ((int)c).ToString("x4", CultureInfo.InvariantCulture),
            });
        }

        return literal.Append('"').ToString();
    }

    /// <summary><c>true</c> or <c>false</c>.</summary>
    public static string Switch(bool value) => value ? "true" : "false";

    /// <summary>"1 block", "2 blocks".</summary>
    public static string Count(int count, string noun) => Number(count) + " " + noun + (count == 1 ? "" : "s");

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word.Substring(1);
}
