namespace ResNetGen.PyTorch.Cases;

/// <summary>What the Python of one network must show; the file beside it has the Python.</summary>
/// <param name="Name">The network's, and the file's.</param>
/// <param name="Text">The spec, for messages.</param>
/// <param name="ClassName">The network's class.</param>
/// <param name="Input">Channels, height, width.</param>
/// <param name="Keys">The state dict in order, as <c>key:shape</c>.</param>
/// <param name="Buffers">Those of its keys that are buffers.</param>
/// <param name="PictureProblems">What is wrong with its picture.</param>
/// <param name="Running">What the generated C# shows when it runs, or null.</param>
internal sealed record Case(
    string Name,
    string Text,
    string ClassName,
    IReadOnlyList<int> Input,
    IReadOnlyList<string> Keys,
    IReadOnlyList<string> Buffers,
    IReadOnlyList<string> PictureProblems,
    RunningCase? Running);

/// <summary>What the generated C# shows when it runs.</summary>
/// <param name="Frozen">The parameters without gradients.</param>
/// <param name="Resting">The modules with a state that are in evaluation mode after <c>train()</c>.</param>
/// <param name="Fresh">SHA-256 of the float tensors of the state dict of a new network after <c>manual_seed(0)</c>, in order.</param>
/// <param name="Constants">The entries of the state dict, of more than one number, that are all one number in a new network.</param>
/// <param name="Maps">The probe's maps and output: SHA-256 of their bytes, and root mean squares, which are null where not finite.</param>
internal sealed record RunningCase(
    IReadOnlyList<string> Frozen,
    IReadOnlyList<string> Resting,
    string Fresh,
    IReadOnlyDictionary<string, float> Constants,
    IReadOnlyDictionary<string, MapCase> Maps);

/// <summary>One map of the probe.</summary>
internal sealed record MapCase(string Sha256, double? Rms);
