using System.CommandLine;

namespace ResNetGen.Tool.Verbs.Weights;

/// <summary>`resnetgen weights`: checkpoints.</summary>
internal static class WeightsVerbs
{
    /// <summary>The verb above those for checkpoints.</summary>
    public static Command Parent() => new("weights", "Looks into checkpoints, compares them with networks, converts them.") 
    {
        InspectVerb.Create(),
        VerifyVerb.Create(),
        ConvertVerb.Create(),
    };
}
