using System.Diagnostics;

namespace ResNetGen.Training;

/// <summary>The time of a run: how fast the last steps were, how long the rest takes.</summary>
internal sealed class StepClock(TimeSpan before)
{
    private const int Window = 32;
    private readonly Stopwatch _all = Stopwatch.StartNew();
    private readonly Stopwatch _steps = new();
    private readonly Queue<(TimeSpan At, double Images)> _last = new();
    private double _images;
    private long _done;

    /// <summary>The whole run's time, earlier parts of it included.</summary>
    public TimeSpan Elapsed => before + _all.Elapsed;

    /// <summary>The time since this part of the run began.</summary>
    public TimeSpan Part => _all.Elapsed;

    /// <summary>Steps begin or go on; measuring and saving are no part of them.</summary>
    public void Continue() => _steps.Start();

    public void Pause() => _steps.Stop();

    /// <summary>Steps were done, of so many pictures each.</summary>
    public void Done(IReadOnlyCollection<double> images)
    {
        // Where several steps are waited for at once, they took equally long.
        var now = _steps.Elapsed;
        var from = _last.Count > 0 ? _last.Last().At : TimeSpan.Zero;
        if (_last.Count == 0)
            _last.Enqueue((TimeSpan.Zero, 0));

        var index = 0;
        foreach (var count in images)
        {
            _last.Enqueue((from + ((now - from) * ++index / images.Count), count));
            _images += count;
            while (_last.Count > Window)
            {
                _last.Dequeue();
                _images -= _last.Peek().Images;
            }
        }

        _done += images.Count;
    }

    /// <summary>Pictures per second over the last steps.</summary>
    public double ImagesPerSecond => (_last.Last().At - _last.Peek().At).TotalSeconds is > 0 and var seconds ? _images / seconds : 0;

    /// <summary>The time of so many further steps, measuring and saving among them as far.</summary>
    public TimeSpan Left(long steps) => _done == 0 ? TimeSpan.Zero : _all.Elapsed / _done * steps;
}
