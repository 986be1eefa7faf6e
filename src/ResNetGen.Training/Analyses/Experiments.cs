using ResNetGen.Training.Data;
using ResNetGen.Training.Reports;
using static TorchSharp.torch;

namespace ResNetGen.Training.Analyses;

/// <summary>Experiments of the papers: networks that differ in one thing, trained alike.</summary>
public static class Experiments
{
    /// <summary>
    /// Trains networks by one recipe, one after the other, each in a folder of its name, and compares them. With
    /// <see cref="TrainingOptions.Resume"/> finished runs are not repeated, and one that was interrupted goes on.
    /// The comparison is written anew after each run, into the folder around theirs.
    /// </summary>
    /// <param name="entries">The networks.</param>
    /// <param name="recipe">By what they are trained.</param>
    /// <param name="data">What they learn from and are measured on.</param>
    /// <param name="options">Where and how; its folder is the one around the runs' folders, observers are made for each run.</param>
    /// <param name="observers">Makes the observers of a run from its folder and what is known of its network; null for the standard ones, whose files are what is compared.</param>
    /// <param name="cancellation">Ends the run in progress after its step, and starts no other.</param>
    /// <returns>The runs that there are; null in other processes than that of rank 0, and where nothing was begun.</returns>
    /// <exception cref="ArgumentException">Two networks have one name, a name is no folder's, or options have observers.</exception>
    /// <exception cref="TrainingException">A folder holds another run.</exception>
    /// <exception cref="InvalidDataException">A folder holds a finished run by another recipe, or files that no run writes.</exception>
    public static Comparison? Run(
        IReadOnlyList<ComparisonEntry> entries,
        Recipe recipe,
        TrainingData data,
        TrainingOptions options,
        Func<string, NetworkFacts?, IReadOnlyList<ITrainingObserver>>? observers = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(entries);
        ArgumentNullException.ThrowIfNull(recipe);
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(options);
        Check(entries, options);
        var isFirst = options.Group is null or { Rank: 0 };
        observers ??= (folder, facts) => StandardObservers.For(folder, facts);
        Comparison? comparison = null;
        for (var i = 0; i < entries.Count; i++)
        {
            var folder = Path.Combine(options.Folder, entries[i].Name);
            var next = Agreed(isFirst ? NextOf(folder, recipe, options) : Next.Train, options, cancellation);
            if (next == Next.Stop)
                break;
            if (next == Next.Refuse)
                throw new InvalidDataException($"'{folder}' holds a finished run by another recipe");

            var goesOn = true;
            if (next == Next.Train)
            {
                using var network = entries[i].Create();
                var own = options with { Folder = folder, Observers = observers(folder, entries[i].Facts) };
                goesOn = new Trainer(network, entries[i].Name, recipe, data, own).Run(cancellation).Completed;
            }

            if (isFirst)
            {
                comparison = Comparison.Read([.. entries.Take(i + 1).Select(e => Path.Combine(options.Folder, e.Name))]);
                comparison.Write(options.Folder);
            }

            if (!goesOn)
                break;
        }

        return comparison;
    }

    private static void Check(IReadOnlyList<ComparisonEntry> entries, TrainingOptions options)
    {
        if (entries.Count == 0)
            throw new ArgumentException("a comparison has at least one network", nameof(entries));
        if (options.Observers.Count > 0)
            throw new ArgumentException("a comparison makes observers for each of its runs", nameof(options));

        foreach (var entry in entries)
        {
            // A name with a separator would lie elsewhere, and '..' outside.
            if (entry.Name.Length == 0 || entry.Name is "." or ".." || entry.Name.AsSpan().IndexOfAny('/', '\\') >= 0 || entry.Name.IndexOfAny(Path.GetInvalidFileNameChars()) >= 0)
                throw new ArgumentException($"'{entry.Name}' is no name of a run's folder", nameof(entries));
        }

        if (entries.GroupBy(e => e.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(g => g.Count() > 1) is { } same)
            throw new ArgumentException($"{same.Count()} networks are called {same.Key}: each needs a folder of its name", nameof(entries));
    }

    private static Next NextOf(string folder, Recipe recipe, TrainingOptions options)
    {
        if (!options.Resume || !Directory.Exists(folder) || RunFile.Read(folder) is not { State: RunFiles.Completed })
            return Next.Train;

        return File.ReadAllText(Path.Combine(folder, "recipe.yaml")) == RecipeText.Write(recipe) ? Next.Skip : Next.Refuse;
    }

    // Rank 0 looks at the files, which others may not see; a signal may have reached any of them. The gravest wins.
    private static Next Agreed(Next own, TrainingOptions options, CancellationToken cancellation)
    {
        if (cancellation.IsCancellationRequested)
            own = Next.Stop;
        if (options.Group is not { } group)
            return own;

        using var scope = NewDisposeScope();
        var ballot = new double[Enum.GetValues<Next>().Length];
        ballot[(int)own] = 1;
        var votes = tensor(ballot).to(device(options.Device));
        group.Sum(votes);
        var counts = votes.cpu().data<double>().ToArray();
        return (Next)Array.FindLastIndex(counts, c => c > 0);
    }

    private enum Next
    {
        Train,
        Skip,
        Refuse,
        Stop,
    }
}
