using ResNetGen.Weights;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace ResNetGen.Training;

/// <summary>The files of a run, in the one process that writes them.</summary>
internal sealed class RunStore : IDisposable
{
    private readonly RunFolder _folder;
    private readonly RunIdentity _identity;
    private readonly int _keep;
    private CheckpointFile? _found;

    /// <summary>Takes the folder, and finds the checkpoint from which the run goes on.</summary>
    /// <param name="options">Where the files lie, and whether a run goes on.</param>
    /// <param name="identity">What must be the same.</param>
    /// <param name="notes">Takes what a person should know.</param>
    /// <exception cref="TrainingException">The folder is in use, holds a run that is not to go on, or one that cannot.</exception>
    public RunStore(TrainingOptions options, RunIdentity identity, List<string> notes)
    {
        (_identity, _keep) = (identity, options.KeepLast);
        _folder = new RunFolder(options.Folder);
        try
        {
            if (_folder.HoldsRun && !options.Resume)
                throw new TrainingException($"'{options.Folder}' holds a run already: let it go on (resume), or name another folder");

            _folder.Clean();
            Found = Find(notes);
            AtomicFile.Write(_folder.Recipe, stream => stream.Write(System.Text.Encoding.UTF8.GetBytes(identity.Recipe)));
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>From where the run goes on; null for a new one.</summary>
    public TrainingCheckpoint? Found { get; }

    /// <summary>The file of <see cref="Found"/>.</summary>
    public string? FoundPath { get; private set; }

    /// <summary>Gives network and optimizer what the checkpoint found holds, and closes it.</summary>
    /// <exception cref="TrainingException">It does not fit the network.</exception>
    public void Load(nn.Module network, SGD optimizer)
    {
        try
        {
            network.LoadWeights(_found!.Model());
            OptimizerFacts.Restore(optimizer, _found.Momentum());
        }
        catch (CheckpointException e) when (e.Report is not null)
        {
            throw new TrainingException($"the run of '{_folder.Root}' cannot go on with this network: {e.Message}", e);
        }

        _found.Dispose();
        _found = null;
    }

    /// <summary>Writes the checkpoint of a step, then takes older ones away.</summary>
    /// <returns>Its path.</returns>
    public string Save(TrainingCheckpoint checkpoint, nn.Module network, SGD optimizer)
    {
        var path = _folder.Checkpoint(checkpoint.Step);
        CheckpointFile.Write(path, checkpoint, network, optimizer);
        _folder.KeepLast(_keep, checkpoint.Step);
        return path;
    }

    /// <summary>Writes the best checkpoint.</summary>
    /// <returns>Its path.</returns>
    public string SaveBest(TrainingCheckpoint checkpoint, nn.Module network, SGD optimizer)
    {
        CheckpointFile.Write(_folder.Best, checkpoint, network, optimizer);
        return _folder.Best;
    }

    public void Dispose()
    {
        _found?.Dispose();
        _folder.Dispose();
    }

    private TrainingCheckpoint? Find(List<string> notes)
    {
        var damaged = new List<string>();
        foreach (var path in _folder.Candidates())
        {
            try
            {
                _found = new CheckpointFile(path);
                var checkpoint = _found.Read();
                _found.Verify();
                RequireSame(checkpoint);
                FoundPath = path;
                notes.AddRange(damaged.Select(d => $"a damaged checkpoint was passed over: {d}"));
                return checkpoint;
            }
            catch (CheckpointException e)
            {
                damaged.Add(e.Message);
                _found?.Dispose();
                _found = null;
            }
        }

        if (damaged.Count > 0)
            throw new TrainingException($"no checkpoint of '{_folder.Root}' is sound: {string.Join("; ", damaged)}");
        if (_folder.HoldsRun)
            notes.Add("the run ended before its first checkpoint: it begins anew");

        return null;
    }

    private void RequireSame(TrainingCheckpoint checkpoint)
    {
        var differences = _identity.DifferencesFrom(checkpoint);
        if (differences.Count > 0)
            throw new TrainingException($"'{_folder.Root}' holds another run, which cannot go on as this one: {string.Join("; ", differences)}");
    }
}
