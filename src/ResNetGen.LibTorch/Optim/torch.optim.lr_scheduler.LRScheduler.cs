using System.Globalization;

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            /// <summary>Sets the learning rate of each group, epoch by epoch.</summary>
            public abstract class LRScheduler
            {
                private readonly Optimizer optimizer;
                private readonly bool verbose;
                private readonly double[] lastRates;

                /// <summary>Notes the first rates.</summary>
                protected LRScheduler(Optimizer optimizer, int last_epoch = -1, bool verbose = false)
                {
                    ArgumentNullException.ThrowIfNull(optimizer);
                    this.optimizer = optimizer;
                    this.verbose = verbose;
                    Epoch = last_epoch;
                    FirstRates = [.. optimizer.ParamGroups.Select(group => group.InitialLearningRate)];
                    lastRates = [.. optimizer.ParamGroups.Select(group => group.LearningRate)];
                }

                private protected int Epoch { get; private set; }

                private protected int StepCount { get; private set; }

                private protected double[] FirstRates { get; }

                /// <summary>Moves on by one epoch.</summary>
                public virtual void step() => step(null);

                /// <summary>Moves on by one epoch, or to the given one.</summary>
                public virtual void step(int? epoch)
                {
                    StepCount++;
                    Epoch = epoch ?? (Epoch + 1);
                    double[] rates = [.. epoch is null ? get_lr() : get_closed_form_lr()];
                    var index = 0;
                    foreach (var group in optimizer.ParamGroups)
                    {
                        if (verbose && lastRates[index] != rates[index])
                        {
                            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Adjusting learning rate to {rates[index]}"));
                        }

                        group.LearningRate = rates[index];
                        lastRates[index] = rates[index];
                        index++;
                    }
                }

                /// <summary>The same as <see cref="step(int?)"/>: the metric counts for nothing.</summary>
                public virtual void step(double current, int? epoch = null) => step(epoch);

                /// <summary>The rates that the last step set.</summary>
                public IEnumerable<double> get_last_lr() => lastRates;

                /// <summary>The rates of this epoch, from those of the last.</summary>
                protected virtual IEnumerable<double> get_lr() => optimizer.ParamGroups.Select(group => group.LearningRate);

                /// <summary>The rates of this epoch, from the first ones.</summary>
                protected virtual IEnumerable<double> get_closed_form_lr() => get_lr();

                private protected IEnumerable<double> FromLast(Func<double, double> next) =>
                    optimizer.ParamGroups.Select(group => next(group.LearningRate));

                private protected IEnumerable<double> FromLast(Func<double, double, double> next) =>
                    optimizer.ParamGroups.Select((group, index) => next(group.LearningRate, FirstRates[index]));
            }
        }
    }
}
