namespace ResNetGen.Training.Analyses;

/// <summary>A run beside others.</summary>
/// <param name="Name">What tells it from the others: its network's name, or its folder's where networks are the same.</param>
/// <param name="Folder">Where its files lie.</param>
/// <param name="Network">The network's name.</param>
/// <param name="Depth">The paper's count of its layers; null where it is not known.</param>
/// <param name="Parameters">Its trainable numbers.</param>
/// <param name="Macs">Its multiply-adds for one picture; null where they are not known.</param>
/// <param name="Recipe">The recipe's name.</param>
/// <param name="State"><c>running</c>, <c>interrupted</c> or <c>completed</c>.</param>
/// <param name="Step">Steps done.</param>
/// <param name="Steps">Steps of the whole run.</param>
/// <param name="TrainingError">The mean error, in [0, 1], over the last epoch's steps, but no more than a tenth of the run, augmentation included; null before the first step.</param>
/// <param name="Part">On what it was measured: <c>test</c>, or <c>validation</c> where there is no test; null where it was not.</param>
/// <param name="LastError">The last top-1 error there, in [0, 1].</param>
/// <param name="BestError">The least top-1 error there over the run: chosen by what it is measured on, so lower than what the network would show on other pictures.</param>
/// <param name="BestStep">Steps done then.</param>
public sealed record ComparedRun(
    string Name,
    string Folder,
    string Network,
    int? Depth,
    long Parameters,
    long? Macs,
    string Recipe,
    string State,
    long Step,
    long Steps,
    double? TrainingError,
    string? Part,
    double? LastError,
    double? BestError,
    long? BestStep);
