namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            /// <summary>The schedules' classes.</summary>
            public static partial class impl
            {
                /// <summary>Multiplies the rate by a factor at fixed distances.</summary>
                public class StepLR : LRScheduler
                {
                    private readonly int stepSize;
                    private readonly double gamma;

                    /// <summary>Starts the schedule.</summary>
                    public StepLR(Optimizer optimizer, int step_size, double gamma = 0.1, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(step_size);
                        stepSize = step_size;
                        this.gamma = gamma;
                        step(null);
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_lr() =>
                        FromLast(rate => Epoch == 0 || Epoch % stepSize != 0 ? rate : rate * gamma);

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_closed_form_lr() =>
                        FirstRates.Select(rate => rate * Math.Pow(gamma, Epoch / stepSize));
                }

                /// <summary>Multiplies the rate by a factor at given epochs.</summary>
                public class MultiStepLR : LRScheduler
                {
                    private readonly int[] milestones;
                    private readonly double gamma;

                    /// <summary>Starts the schedule.</summary>
                    public MultiStepLR(Optimizer optimizer, IList<int> milestones, double gamma = 0.1, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        this.milestones = [.. milestones];
                        this.gamma = gamma;
                        step(null);
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_lr()
                    {
                        var count = milestones.Count(milestone => milestone == Epoch);
                        return FromLast(rate => count == 0 ? rate : rate * Math.Pow(gamma, count));
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_closed_form_lr()
                    {
                        var passed = milestones.Count(milestone => milestone <= Epoch);
                        return FirstRates.Select(rate => rate * Math.Pow(gamma, passed));
                    }
                }

                /// <summary>Multiplies the first rate by a function of the epoch.</summary>
                public class LambdaLR : LRScheduler
                {
                    private readonly Func<int, double>[] factors;

                    /// <summary>Starts the schedule, the same for every group.</summary>
                    public LambdaLR(Optimizer optimizer, Func<int, double> lr_lambda, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        factors = [.. FirstRates.Select(_ => lr_lambda)];
                        step(null);
                    }

                    /// <summary>Starts the schedule, one for each group.</summary>
                    /// <exception cref="ArgumentException">There are not as many functions as groups.</exception>
                    public LambdaLR(Optimizer optimizer, IEnumerable<Func<int, double>> lr_lambdas, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        factors = [.. lr_lambdas];
                        if (factors.Length != FirstRates.Length)
                        {
                            throw new ArgumentException($"Expected {FirstRates.Length} lr_lambdas, but got {factors.Length}", nameof(lr_lambdas));
                        }

                        step(null);
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_lr() => FirstRates.Select((rate, index) => rate * factors[index](Epoch));
                }

                /// <summary>Moves the rate's factor in a straight line.</summary>
                public class LinearLR : LRScheduler
                {
                    private readonly double start;
                    private readonly double end;
                    private readonly int total;

                    /// <summary>Starts the schedule.</summary>
                    public LinearLR(
                        Optimizer optimizer, double start_factor = 1.0 / 3, double end_factor = 1, int total_iters = 5, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(start_factor);
                        start = start_factor;
                        end = end_factor;
                        total = total_iters;
                        step(null);
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_lr() => FromLast(rate =>
                        Epoch == 0 ? rate * start
                        : Epoch > total ? rate
                        : rate * (1 + ((end - start) / ((total * start) + ((Epoch - 1) * (end - start))))));

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_closed_form_lr() =>
                        FirstRates.Select(rate => rate * (start + ((end - start) * Math.Min(total, Epoch) / total)));
                }

                /// <summary>Takes the rate down along half a cosine.</summary>
                public class CosineAnnealingLR : LRScheduler
                {
                    private readonly double period;
                    private readonly double lowest;

                    /// <summary>Starts the schedule.</summary>
                    public CosineAnnealingLR(Optimizer optimizer, double T_max, double eta_min = 0, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(T_max);
                        period = T_max;
                        lowest = eta_min;
                        step(null);
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_lr() => FromLast((rate, first) =>
                        Epoch == 0 ? rate
                        : StepCount == 1 ? AtEpoch(first)
                        : (Epoch - 1 - period) % (2 * period) == 0 ? rate + ((first - lowest) * (1 - Math.Cos(Math.PI / period)) / 2)
                        : ((1 + Math.Cos(Math.PI * Epoch / period)) / (1 + Math.Cos(Math.PI * (Epoch - 1) / period)) * (rate - lowest)) + lowest);

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_closed_form_lr() => FirstRates.Select(AtEpoch);

                    private double AtEpoch(double first) => lowest + ((first - lowest) * (1 + Math.Cos(Math.PI * Epoch / period)) / 2);
                }
            }
        }
    }
}
