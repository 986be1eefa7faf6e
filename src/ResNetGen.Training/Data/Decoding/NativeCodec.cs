namespace ResNetGen.Training.Data;

/// <summary>Libraries of Debian's that may be missing.</summary>
internal static class NativeCodec
{
    /// <summary>Says what is missing and how to install it; no picture is to blame.</summary>
    public static DllNotFoundException Missing(string format, string library, string package, Exception cause) =>
        new($"{format} files need {library} (Debian: apt-get install {package}).", cause);
}
