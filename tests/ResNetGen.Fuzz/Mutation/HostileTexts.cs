namespace ResNetGen.Fuzz.Mutation;

/// <summary>Texts that break what is careless: names, paths, numbers and pieces of YAML.</summary>
internal static class HostileTexts
{
    /// <summary>Names, in YAML as they stand.</summary>
    public static readonly string[] Names =
    [
        "Net", "_", "__", "e\u0301", "Größe", "模型", "class", "record", "var", "await", "nameof", "dynamic", "partial", "file", "required", "field", "@class", "Architecture", "FeatureMaps",
        "Features", "Layer1", "Fc", "Conv1", "Stage", "forward", "BasicBlock", "MyBasicBlock", "Bottleneck2", "Tensor", "System", "TorchSharp", "global", "object", "\"*/ class X {} /*\"",
        "'</summary><x>'", "\"]]>\"", "\"a\\u202Eb\"", "\"a\\u0000b\"", "\"a\\u2028b\"", "\"\\uFEFFa\"", "\"a\\u200Db\"", "\"a\\\"; throw null; //\"", "\"\\\\u0041\"", "1a", "''", "a b", "a-b",
        new string('a', 199), new string('a', 200), new string('a', 201), "\"\\uD83D\\uDE00\"", "\"\\U0001D400\"", "ªº", "Ⅷ", "\"\\u0660a\"", "true", "null", "~",
    ];

    /// <summary>Paths of specs that are not there, or are the spec itself.</summary>
    public static readonly string[] Paths =
    [
        "base.resnet.yaml", "net.resnet.yaml", "./net.resnet.yaml", "../net.resnet.yaml", "a/../net.resnet.yaml", ".\\net.resnet.yaml", "/etc/passwd", "C:/x.resnet.yaml", "C:x", "//", "/", ".", "..",
        "../../../../../..", "base", "'*'", "\"\\0\"", "\"a\\nb\"", "http://x/y.resnet.yaml", "{0}", "'{'", "\"%s{1}\"", new string('/', 300),
    ];

    /// <summary>Paths for spec files, some odd.</summary>
    public static readonly string[] FileNames =
    [
        "net.resnet.yaml", "1.resnet.yaml", "class.resnet.yaml", ".resnet.yaml", "a b.resnet.yaml", "größe.resnet.yaml", "x-*-y.resnet.yaml", "a.b.c.resnet.yaml", "NET.RESNET.YAML", "a/b/../c.resnet.yaml",
        "Fc.resnet.yaml", "<x>&.resnet.yaml", "{0}.resnet.yaml", "\u202E.resnet.yaml", "😀.resnet.yaml", new string('n', 300) + ".resnet.yaml",
    ];

    /// <summary>Numbers, and what looks like one.</summary>
    public static readonly string[] Numbers =
    [
        "0", "-1", "1", "2", "3", "-0", "+1", "00", "007", "15", "16", "17", "31", "32", "63", "64", "65", "1023", "1024", "1025", "9999", "10000", "10001", "16384", "16385", "65535", "65536", "65537",
        "100000", "1000000", "1000001", "2147483647", "2147483648", "-2147483648", "4294967296", "9223372036854775807", "9223372036854775808", "99999999999999999999999999", "1e3", "1e400", "-1e-400",
        "1.5", ".5", "5.", "1_000", "0x10", "0b1", "0o7", ".inf", "-.inf", ".nan", "NaN", "Infinity", "1e-5", "0.1", "0.99999999999999999999", "１２", "1,5", "1 2", "٣",
    ];

    /// <summary>Pieces of YAML, and of what is none.</summary>
    public static readonly string[] Pieces =
    [
        "\0", "\t", "\r", "\r\n", "\n\n", "\u0085", "\u2028", "\u2029", "\uFEFF", "\uFFFD", "\uD800", "\uDC00", "😀", "é", "\u0301", "\u200F", "\u202E", "\u0007", "\u007F", "[", "]", "{", "}", ",", ":", ": ",
        "- ", "#", " #", "'", "\"", "\\", "@", "`", "%", "&a ", "*a", "!", "!!int ", "!<x> ", "|\n", ">\n", "|2-\n", "? ", "<<: ", "---\n", "...\n", "%YAML 1.1\n---\n", "null", "~", "yes", "{}", "[]", "''",
        "\"\\x41\\u00e9\\U0001F600\"", "\"\\", "\"\\ud800\"", "# resnetgen: disable RNG1008\n", "# resnetgen: disable RNG0001, RNG1023\n", "{{{{{{{{{{{{{{{{{{", "[[[[[[[[[[[[[[[[[[", "- - - - - - - - - - - - - - - - - ",
    ];
}
