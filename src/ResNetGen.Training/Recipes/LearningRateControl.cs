using System.Globalization;

namespace ResNetGen.Training;

/// <summary>The learning rate of a run, step by step, in PyTorch's arithmetic.</summary>
/// <remarks>
/// Before each step <see cref="Rate"/> says its rate; after it the run tells the step's training error, and at every
/// evaluation the validation error. Several processes tell the same numbers, those of all their pictures together.
/// </remarks>
public sealed class LearningRateControl
{
    private readonly LearningRatePlan _plan;
    private readonly long _steps;
    private readonly long _warmupSteps;
    private readonly RecentErrors? _warmup;
    private readonly Plateau? _plateau;
    private readonly long[] _changes;
    private bool _isWarm;
    private double _errorSum;
    private long _errorCount;

    /// <summary>The rates of a run that begins.</summary>
    /// <param name="recipe">The recipe.</param>
    /// <param name="steps">Steps of the whole run.</param>
    /// <param name="stepsPerEpoch">Batches of one epoch, the last and smaller one included.</param>
    public LearningRateControl(Recipe recipe, long steps, long stepsPerEpoch)
    {
        ArgumentNullException.ThrowIfNull(recipe);
        _plan = recipe.LearningRate;
        _steps = steps;
        _changes = _plan.Schedule is StepSchedule schedule ? [.. schedule.At.Select(m => m.Steps(stepsPerEpoch))] : [];
        _plateau = _plan.Schedule is PlateauSchedule plateau ? new Plateau(plateau, _plan.Base) : null;
        _warmupSteps = _plan.Warmup?.For?.Steps(stepsPerEpoch) ?? 0;
        _warmup = _plan.Warmup?.UntilErrorBelow is null ? null : new RecentErrors();
        _isWarm = _warmup is null;
    }

    /// <summary>Steps done.</summary>
    public long Step { get; private set; }

    /// <summary>Whether the warm-up is over, or there is none.</summary>
    public bool IsWarm => _isWarm && Step >= _warmupSteps;

    /// <summary>The rate of the next step.</summary>
    public double Rate => RateAt(Step);

    /// <summary>The rate of a step that is not the next, for a run that starts steps before it knows the errors of those before.</summary>
    /// <param name="step">The steps before it, told or not: at least <see cref="Step"/>.</param>
    /// <returns>Its rate, if no error that is not told yet ends a warm-up or is measured to have stopped falling.</returns>
    public double RateAt(long step)
    {
        if (!_isWarm)
            return _plan.Warmup!.Rate;

        var rate = Scheduled(step);
        return step < _warmupSteps ? _plan.Warmup!.Rate + ((rate - _plan.Warmup.Rate) * step / _warmupSteps) : rate;
    }

    /// <summary>Tells that a step is done.</summary>
    /// <param name="error">The share of its pictures that was classified wrongly, in [0, 1].</param>
    public void Stepped(double error)
    {
        Step++;
        _errorSum += error;
        _errorCount++;
        if (_isWarm)
            return;

        _warmup!.Add(error);
        _isWarm = _warmup.Mean < _plan.Warmup!.UntilErrorBelow;
    }

    /// <summary>Tells of a measurement; the run calls it as often as the recipe's evaluation says, whether or not there is anything to measure.</summary>
    /// <param name="validationError">The share of the validation pictures that was classified wrongly; null without such pictures:
    /// then the mean training error since the last measurement counts.</param>
    /// <remarks>Measurements during a warm-up do not count.</remarks>
    public void Evaluated(double? validationError)
    {
        var error = validationError ?? (_errorCount == 0 ? double.NaN : _errorSum / _errorCount);
        (_errorSum, _errorCount) = (0, 0);
        if (IsWarm)
            _plateau?.Measured(error);
    }

    /// <summary>Everything that the next rates depend on, as text for a checkpoint.</summary>
    public string Save()
    {
        var lines = new List<string>
        {
            "step " + Step.ToString(CultureInfo.InvariantCulture),
            "warm " + (_isWarm ? "1" : "0"),
            StateText.Line("errors", _errorSum, _errorCount),
        };
        if (_warmup is not null)
            lines.Add(StateText.Line("recent", [.. _warmup.InOrder]));
        if (_plateau is not null)
            lines.Add(StateText.Line("plateau", _plateau.Rate, _plateau.Best, _plateau.Worse));

        return string.Join('\n', lines) + "\n";
    }

    /// <summary>Goes on where <see cref="Save"/> was called, to the bit.</summary>
    /// <exception cref="FormatException">The text is no such state, or that of another schedule.</exception>
    public void Restore(string state)
    {
        ArgumentNullException.ThrowIfNull(state);
        var text = new StateText(state);
        var step = text.Numbers("step", 1)[0];
        var warm = text.Numbers("warm", 1)[0];
        var errors = text.Numbers("errors", 2);
        var recent = _warmup is null ? [] : text.Numbers("recent", null);
        var plateau = _plateau is null ? [] : text.Numbers("plateau", 3);
        text.RequireEnd();
        if (step < 0 || step > _steps || recent.Count > RecentErrors.Length || (_warmup is null && warm == 0))
            throw new FormatException("The learning rate's state is that of another run.");

        Step = (long)step;
        _isWarm = warm != 0;
        (_errorSum, _errorCount) = (errors[0], (long)errors[1]);
        _warmup?.Restore(recent);
        _plateau?.Restore(plateau[0], plateau[1], (int)plateau[2]);
    }

    private double Scheduled(long step)
    {
        switch (_plan.Schedule)
        {
            case StepSchedule schedule:
                // One multiplication for each change, as PyTorch's scheduler does: 0.1 * 0.1 is not 0.01 to the bit.
                return _changes.Where(c => c <= step).Aggregate(_plan.Base, (rate, _) => rate * schedule.Factor);
            case CosineSchedule:
                return _plan.Base * (1 + Math.Cos(Math.PI * step / _steps)) / 2;
            default:
                return _plateau?.Rate ?? _plan.Base;
        }
    }
}
