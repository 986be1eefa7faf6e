using System.CommandLine;
using ResNetGen.Weights;

namespace ResNetGen.Tool.Verbs.Weights;

/// <summary>The arguments that verbs for checkpoints share.</summary>
internal static class WeightsOptions
{
    /// <summary>A file of weights.</summary>
    public static Argument<string> File(string name, string description) =>
        CommonOptions.WithoutOptions(new Argument<string>(name) { Description = description });

    /// <summary>Where the state dict lies in a checkpoint that holds other things too.</summary>
    public static Option<string?> Key() => new("--key")
    {
        Description = "Where the state dict lies in a .pth that holds other things too, such as 'state_dict_ema'; dots go deeper.",
        HelpName = "KEY",
    };

    /// <summary>One of the namings.</summary>
    public static Option<string?> Naming(string description) => CommonOptions.Word("--naming", description, "NAMING", Words<KeyNaming>());

    /// <summary>The naming that was asked for, or null.</summary>
    public static KeyNaming? NamingOf(string? word) => word is null ? null : Enum.Parse<KeyNaming>(word, ignoreCase: true);

    /// <summary>The words of an enum, as the command has them.</summary>
    public static string[] Words<T>()
        where T : struct, Enum => [.. Enum.GetNames<T>().Select(n => n.ToLowerInvariant())];
}
