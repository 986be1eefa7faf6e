namespace ResNetGen.Training;

/// <summary>A step that was started.</summary>
/// <param name="Step">Counted from 1.</param>
/// <param name="Rate">Its learning rate.</param>
/// <param name="Indices">Its pictures.</param>
/// <param name="Numbers">What came of it.</param>
internal sealed record PendingStep(long Step, double Rate, IReadOnlyList<int> Indices, StepNumbers Numbers);

/// <summary>Steps that were started and not yet waited for: a GPU is given work while it has some.</summary>
internal sealed class PendingSteps : IDisposable
{
    private readonly Queue<PendingStep> _steps = new();

    public int Count => _steps.Count;

    public void Add(PendingStep step) => _steps.Enqueue(step);

    /// <summary>Waits for the oldest.</summary>
    public bool TryTake(out (PendingStep Step, float Loss, double Wrong, double Images, bool Stop) done)
    {
        if (!_steps.TryDequeue(out var step))
        {
            done = default;
            return false;
        }

        using var numbers = step.Numbers;
        var (loss, wrong, images, stop) = numbers.Wait();
        done = (step, loss, wrong, images, stop);
        return true;
    }

    public void Dispose()
    {
        while (_steps.TryDequeue(out var step))
            step.Numbers.Dispose();
    }
}
