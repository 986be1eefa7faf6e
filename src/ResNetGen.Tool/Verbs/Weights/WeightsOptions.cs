using System.CommandLine;

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
}
