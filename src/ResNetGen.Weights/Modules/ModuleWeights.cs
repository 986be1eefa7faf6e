using static TorchSharp.torch;

namespace ResNetGen.Weights;

/// <summary>Weights into modules and out of them: <c>net.LoadWeights("resnet50.pth")</c>.</summary>
public static class ModuleWeights
{
    /// <summary>
    /// Loads a file of PyTorch (.pth), of safetensors or of TorchSharp (.dat) into the module's parameters and buffers, where
    /// they are: any device, any type of element. All or nothing: everything is checked before the first element changes.
    /// </summary>
    /// <param name="module">The module.</param>
    /// <param name="path">The file; its first bytes say what it is. None of its code runs.</param>
    /// <param name="strict">Whether the file must hold every tensor of the network, and no other.</param>
    /// <param name="ignoreHead">Whether the classifier keeps what it has.</param>
    /// <param name="naming">Whose names the file's are; null where they are the network's.</param>
    /// <returns>What was done.</returns>
    /// <exception cref="CheckpointException">The file is refused, or does not fit; <see cref="CheckpointException.Report"/> then says how.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static LoadReport LoadWeights(this nn.Module module, string path, bool strict = true, bool ignoreHead = false, KeyNaming? naming = null) =>
        LoadWeights(module, path, new LoadOptions { Strict = strict, IgnoreHead = ignoreHead, Naming = naming });

    /// <summary>Loads a file as <see cref="LoadWeights(nn.Module, string, bool, bool, KeyNaming?)"/> does, with everything that can be said.</summary>
    /// <param name="module">The module.</param>
    /// <param name="path">The file.</param>
    /// <param name="options">How its tensors find theirs in the network.</param>
    /// <returns>What was done.</returns>
    /// <exception cref="CheckpointException">The file is refused, or does not fit; <see cref="CheckpointException.Report"/> then says how.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static LoadReport LoadWeights(this nn.Module module, string path, LoadOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        using var checkpoint = Checkpoint.Open(path, new CheckpointOptions { Key = options.Key });
        try
        {
            return LoadWeights(module, checkpoint.Tensors, options);
        }
        catch (CheckpointException e) when (e.Report is not null)
        {
            throw new CheckpointException($"{path}: {e.Message}", e) { Report = e.Report };
        }
    }

    /// <summary>Loads tensors from wherever they come.</summary>
    /// <param name="module">The module.</param>
    /// <param name="tensors">The tensors; no name twice.</param>
    /// <param name="options">How they find theirs in the network; null for equal names.</param>
    /// <returns>What was done.</returns>
    /// <exception cref="CheckpointException">They do not fit; <see cref="CheckpointException.Report"/> says how.</exception>
    public static LoadReport LoadWeights(this nn.Module module, IReadOnlyList<CheckpointTensor> tensors, LoadOptions? options = null)
    {
        var state = ModuleState.Entries(module);
        var match = WeightsMatch.Of(ExpectedTensor.Of(ModuleState.Described(state)), tensors, options);
        if (!match.Report.Fits)
            throw new CheckpointException($"the file does not fit the network, nothing was loaded: {match.Report}") { Report = match.Report };

        foreach (var assignment in match.Assignments)
            assignment.Source.Verify();

        var entries = state.ToDictionary(e => e.Name, e => e.Tensor, StringComparer.Ordinal);
        using var _ = no_grad();
        foreach (var assignment in match.Assignments)
            TensorFiller.Fill(entries[assignment.Target.Name], assignment.Source, assignment.Elements);

        return match.Report;
    }

    /// <summary>Writes the module's state dict, in one piece: an older file stays whole until the new one is.</summary>
    /// <param name="module">The module, on any device.</param>
    /// <param name="path">The file.</param>
    /// <param name="format">Its format; null for what the name's ending says: .pth, .pt, .bin, .safetensors, .dat.</param>
    /// <param name="naming">Whose names the keys get; null for the network's own.</param>
    /// <param name="metadata">What a safetensors file says of itself.</param>
    /// <exception cref="ArgumentException">The name's ending says no format, or there is metadata and no place for it.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void SaveWeights(
        this nn.Module module,
        string path,
        CheckpointFormat? format = null,
        KeyNaming? naming = null,
        IReadOnlyDictionary<string, string>? metadata = null)
    {
        var tensors = ModuleState.Tensors(module);
        CheckpointWriter.Write(path, naming is { } names ? KeyConversion.Convert(tensors, names) : tensors, format, metadata);
    }
}
