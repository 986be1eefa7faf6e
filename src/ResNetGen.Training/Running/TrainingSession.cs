using System.Globalization;
using ResNetGen.Training.Data;
using static TorchSharp.torch;

namespace ResNetGen.Training;

/// <summary>A run, or the part of it that one process lives through.</summary>
internal sealed class TrainingSession(RunParts parts, Observers observers)
{
    private readonly Dictionary<string, EvaluationReport> _last = parts.Found?.Last.ToDictionary(e => e.Part, StringComparer.Ordinal) ?? new(StringComparer.Ordinal);
    private readonly StepClock _clock = new(parts.Found?.Elapsed ?? TimeSpan.Zero);
    private EvaluationReport? _best = parts.Found?.Best;
    private string? _checkpoint = parts.FoundPath;
    private long _step = parts.Control.Step;
    private IReadOnlyList<int> _indices = [];

    /// <summary>Runs to the end, or until asked to end.</summary>
    public RunEnded Run(CancellationToken cancellation)
    {
        Start();
        if (_step < parts.Steps)
        {
            if (_checkpoint is null)
                Save(isBest: false);

            Train(cancellation);
        }

        var ended = new RunEnded(_step, _step == parts.Steps, _checkpoint ?? "", [.. _last.Values], _best, _clock.Elapsed);
        observers.Ended(ended);
        return ended;
    }

    private void Start()
    {
        if (_step == parts.Steps)
            parts.Notes.Add(string.Create(CultureInfo.InvariantCulture, $"the run is finished: {_step} of {parts.Steps} steps are done"));

        observers.Started(new RunStarted(
            parts.Identity.Network,
            parts.Network.parameters().Where(p => p.requires_grad).Sum(p => p.numel()),
            parts.Recipe,
            Path.GetFullPath(parts.Options.Folder),
            _step,
            parts.Steps,
            parts.Loader.StepsPerEpoch,
            parts.Training.Count,
            parts.Validation?.Count ?? 0,
            parts.Test?.Count ?? 0,
            parts.Options.Device,
            parts.Processes.Rank,
            parts.Processes.Count) { Notes = [.. parts.Notes] });
    }

    private void Train(CancellationToken cancellation)
    {
        using var pending = new PendingSteps();
        using var batches = parts.Loader.Batches(_step).GetEnumerator();
        parts.Network.train();
        Freezing.Apply(parts.Network, parts.Recipe.FineTuning);
        _clock.Continue();
        for (var stop = false; _step < parts.Steps && !stop;)
        {
            batches.MoveNext();
            using (var batch = batches.Current)
            {
                _indices = batch.Indices;
                var rate = parts.Control.RateAt(_step);
                var numbers = parts.Runner.Step(_step, batch, rate, cancellation.IsCancellationRequested);
                pending.Add(new PendingStep(++_step, rate, batch.Indices, numbers));
            }

            var evaluates = _step == parts.Steps || _step % parts.EvaluateEvery == 0;
            var saves = _step == parts.Steps || _step % parts.SaveEvery == 0;

            // Alone, a process ends when it is asked to; of several, all see in a step's numbers that one was, and at the same step.
            // Where the next rate depends on the error of each step, each is waited for.
            if (evaluates || saves || Asked() || pending.Count >= parts.StepsAhead || !parts.Control.IsWarm)
                stop = Finish(pending) || Asked();

            if (!evaluates && !saves && !stop)
                continue;

            _clock.Pause();
            if (evaluates)
                Evaluate();
            if (saves || stop)
                Save(isBest: false);

            _clock.Continue();
        }

        bool Asked() => parts.Processes.Count == 1 && cancellation.IsCancellationRequested;
    }

    /// <summary>Waits for what was started; returns whether a process was asked to end.</summary>
    private bool Finish(PendingSteps pending)
    {
        var done = new List<(PendingStep Step, float Loss, double Wrong, double Images, bool Stop)>();
        while (pending.TryTake(out var taken))
            done.Add(taken);

        _clock.Done([.. done.Select(d => d.Images)]);
        foreach (var (step, loss, wrong, images, _) in done)
        {
            if (!float.IsFinite(loss))
                throw NotFinite(string.Create(CultureInfo.InvariantCulture, $"the loss of step {step.Step} is {loss}"), step.Step, step.Indices);

            var error = wrong / images;
            parts.Control.Stepped(error);
            observers.Stepped(new StepReport(
                step.Step,
                (int)((step.Step - 1) / parts.Loader.StepsPerEpoch),
                loss,
                error,
                step.Rate,
                _clock.ImagesPerSecond,
                _clock.Part > TimeSpan.Zero ? parts.Loader.Waited / _clock.Part : 0,
                _clock.Elapsed,
                _clock.Left(parts.Steps - step.Step)));
        }

        return done.Exists(d => d.Stop);
    }

    private void Evaluate()
    {
        parts.Processes.ShareBuffers(parts.Network);
        var validation = Measure("validation", parts.Validation);
        var test = Measure("test", parts.Test);
        parts.Control.Evaluated(validation?.Top1Error);
        if ((validation ?? test) is not { } chooses || !(_best is null || chooses.Top1Error < _best.Top1Error))
            return;

        // The best one first: a run that is killed between the two measures again, and writes it again.
        _best = chooses;
        Save(isBest: true);
    }

    private EvaluationReport? Measure(string part, IImageSource? images)
    {
        if (images is null)
            return null;

        var measured = parts.Evaluator.Measure(parts.Network, images, parts.Processes.Group);
        var report = new EvaluationReport(
            _step, (int)(_step / parts.Loader.StepsPerEpoch), part, measured.Images, measured.Loss, measured.Top1Error, measured.Top5Error);
        _last[part] = report;
        observers.Evaluated(report);
        return report;
    }

    private void Save(bool isBest)
    {
        RequireFiniteWeights();
        if (parts.Store is not { } store)
            return;

        var checkpoint = new TrainingCheckpoint
        {
            Step = _step,
            Epoch = _step / parts.Loader.StepsPerEpoch,
            Seed = parts.Recipe.Seed,
            Recipe = parts.Identity.Recipe,
            Schedule = parts.Control.Save(),
            Network = parts.Identity.Network,
            Spec = parts.Identity.Spec,
            Data = parts.Identity.Data,
            WorldSize = parts.Processes.Count,
            Last = [.. _last.Values],
            Best = _best,
            Elapsed = _clock.Elapsed,
        };
        var path = isBest ? store.SaveBest(checkpoint, parts.Network, parts.Optimizer) : store.Save(checkpoint, parts.Network, parts.Optimizer);
        if (!isBest)
            _checkpoint = path;

        observers.Saved(new CheckpointReport(_step, path, isBest));
    }

    // A step's loss is from before its update: what the last one did to the weights is seen here, before they replace good ones.
    private void RequireFiniteWeights()
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        if (parts.Runner.Parameters.Any(p => !float.IsFinite(p.detach().abs().max().to_type(ScalarType.Float32).item<float>())))
            throw NotFinite(string.Create(CultureInfo.InvariantCulture, $"a weight is no finite number after step {_step}"), _step, _indices);
    }

    private LossNotFiniteException NotFinite(string what, long step, IReadOnlyList<int> indices)
    {
        const int shown = 8;
        var first = string.Join(", ", indices.Take(shown).Select(i => string.Create(CultureInfo.InvariantCulture, $"{i} ({parts.Training.Describe(i)})")));
        var more = indices.Count > shown ? string.Create(CultureInfo.InvariantCulture, $" and {indices.Count - shown} more") : "";
        var whose = parts.Processes.Count > 1 ? string.Create(CultureInfo.InvariantCulture, $" of process {parts.Processes.Rank}") : "";
        var last = _checkpoint is null ? "" : $"; the last good checkpoint is {_checkpoint}";
        return new LossNotFiniteException(string.Create(CultureInfo.InvariantCulture, $"{what}; its {indices.Count} pictures{whose}: {first}{more}{last}"))
        {
            Step = step,
            Indices = indices,
            Checkpoint = _checkpoint,
        };
    }
}
