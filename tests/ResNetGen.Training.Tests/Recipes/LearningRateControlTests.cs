using System.Globalization;

namespace ResNetGen.Training.Tests;

public sealed class LearningRateControlTests
{
    [Theory]
    [InlineData("steps", 0.1, new long[] { 3, 4, 9 })]
    [InlineData("steps-0.2", 0.2, new long[] { 5, 10, 15, 20 })]
    public void Steps_are_PyTorchs_to_the_bit(string name, double factor, long[] at)
    {
        var expected = Schedules.Rates(name);
        var control = Control(new StepSchedule([.. at.Select(TrainingLength.Iterations)], factor), steps: expected.Count);

        Assert.Equal(expected, Rates(control, expected.Count));
    }

    [Fact]
    public void Moments_in_epochs_come_after_so_many_whole_epochs()
    {
        var control = Control(new StepSchedule([TrainingLength.Epochs(2), TrainingLength.Epochs(3)], 0.5), steps: 20, stepsPerEpoch: 5);

        Assert.Equal([.. Enumerable.Repeat(0.1, 10), .. Enumerable.Repeat(0.05, 5), .. Enumerable.Repeat(0.025, 5)], Rates(control, 20));
    }

    [Fact]
    public void A_cosine_falls_as_PyTorchs_to_zero()
    {
        var expected = Schedules.Rates("cosine");
        var control = Control(new CosineSchedule(), steps: expected.Count);

        var rates = Rates(control, expected.Count);

        // PyTorch multiplies its way along: the two differ in the last bits.
        Assert.All(expected.Zip(rates), p => Assert.Equal(p.First, p.Second, p.First * 1e-12));
        Assert.Equal(0, control.Rate, 1e-17);
    }

    [Fact]
    public void A_linear_warm_up_rises_as_PyTorchs()
    {
        var expected = Schedules.Rates("linear");
        var control = Control(new ConstantSchedule(), steps: 100, warmup: new Warmup(0.01, For: TrainingLength.Iterations(8)));

        Assert.All(expected.Zip(Rates(control, expected.Count)), p => Assert.Equal(p.First, p.Second, 1e-15));
        Assert.True(control.IsWarm);
        Assert.Equal(0.1, control.Rate);
    }

    [Fact]
    public void The_rate_of_a_later_step_is_the_one_it_will_have()
    {
        var control = Control(new CosineSchedule(), steps: 10, warmup: new Warmup(0.02, For: TrainingLength.Iterations(4)));
        var ahead = Enumerable.Range(0, 10).Select(s => control.RateAt(s)).ToList();

        Assert.Equal(ahead, Rates(control, 10));
    }

    [Fact]
    public void A_warm_up_rises_to_what_the_schedule_has_then()
    {
        var control = Control(new CosineSchedule(), steps: 10, warmup: new Warmup(0.02, For: TrainingLength.Iterations(4)));

        var rates = Rates(control, 10);

        for (var i = 0; i < 10; i++)
        {
            var scheduled = 0.05 * (1 + Math.Cos(Math.PI * i / 10));
            Assert.Equal(i < 4 ? 0.02 + ((scheduled - 0.02) * i / 4) : scheduled, rates[i], 1e-15);
        }
    }

    [Theory]
    [InlineData("plateau", 0.1, 2, 1e-2, 0)]
    [InlineData("plateau-short", 0.5, 0, 0, 0.003)]
    [InlineData("plateau-usual", 0.1, 10, 1e-4, 0)]
    [InlineData("plateau-low", 0.1, 0, 1e-4, 0)]
    public void A_plateau_is_PyTorchs_to_the_bit(string name, double factor, int patience, double threshold, double minimum)
    {
        var control = Control(new PlateauSchedule(factor, patience, threshold, minimum), steps: 1000);

        foreach (var (error, rate) in Schedules.Plateau(name))
        {
            control.Stepped(error: 1);
            control.Evaluated(error);
            Assert.Equal(rate, control.Rate);
        }
    }

    [Fact]
    public void Without_validation_pictures_the_mean_training_error_since_the_last_measurement_counts()
    {
        var told = Control(new PlateauSchedule(0.5, Patience: 0), steps: 1000);
        var left = Control(new PlateauSchedule(0.5, Patience: 0), steps: 1000);
        foreach (var errors in new double[][] { [0.9, 0.7], [0.8, 0.5], [0.6, 0.9], [0.9], [0.1, 0.3], [0.3, 0.1] })
        {
            foreach (var error in errors)
            {
                told.Stepped(0.5);
                left.Stepped(error);
            }

            told.Evaluated(errors.Average());
            left.Evaluated(null);
            Assert.Equal(told.Rate, left.Rate);
        }

        Assert.Equal(0.1 / 8, left.Rate);
    }

    [Fact]
    public void A_warm_up_ends_when_the_mean_error_of_the_last_100_steps_is_below_and_never_comes_back()
    {
        var control = Control(new StepSchedule([TrainingLength.Iterations(120)]), steps: 1000, warmup: new Warmup(0.01, UntilErrorBelow: 0.8));

        for (var step = 0; step < 99; step++)
        {
            control.Stepped(step < 50 ? 0.9 : 0.7);
            Assert.Equal(0.01, control.Rate);
        }

        // 50 x 0.9 and 50 x 0.7: 0.8 is not below 0.8; then one 0.9 goes and a 0.7 comes.
        control.Stepped(0.7001);
        Assert.Equal((0.01, false), (control.Rate, control.IsWarm));
        control.Stepped(0.7);
        Assert.Equal((0.1, true), (control.Rate, control.IsWarm));
        for (var step = 101; step < 120; step++)
            control.Stepped(1);

        Assert.Equal(0.1 * 0.1, control.Rate);
    }

    [Fact]
    public void Measurements_during_a_warm_up_do_not_count()
    {
        var control = Control(new PlateauSchedule(0.1, Patience: 0), steps: 1000, warmup: new Warmup(0.01, For: TrainingLength.Iterations(3)));

        for (var step = 0; step < 3; step++)
        {
            control.Evaluated(0.5);
            control.Stepped(0.5);
        }

        Assert.Equal(0.1, control.Rate);
        control.Evaluated(0.9);
        Assert.Equal(0.1, control.Rate);
        control.Evaluated(0.9);
        Assert.Equal(0.1 * 0.1, control.Rate);
    }

    public static TheoryData<LearningRatePlan> Plans =>
    [
        new LearningRatePlan { Base = 0.3 },
        new LearningRatePlan { Schedule = new CosineSchedule(), Warmup = new Warmup(0.01, For: TrainingLength.Epochs(3)) },
        new LearningRatePlan { Schedule = new StepSchedule([TrainingLength.Epochs(3), TrainingLength.Epochs(20)]), Warmup = new Warmup(0.01, UntilErrorBelow: 0.5) },
        new LearningRatePlan { Schedule = new PlateauSchedule(0.7, Patience: 1), Warmup = new Warmup(0.01, UntilErrorBelow: 0.51) },
    ];

    [Theory]
    [MemberData(nameof(Plans))]
    public void A_run_that_is_taken_up_after_any_step_has_the_same_rates_to_the_bit(LearningRatePlan plan)
    {
        var recipe = Recipe(plan);
        var whole = new LearningRateControl(recipe, 300, 10);
        var random = new Random(1);
        var errors = Enumerable.Range(0, 300).Select(_ => random.NextDouble()).ToArray();
        var taken = new LearningRateControl(recipe, 300, 10);
        for (var step = 0; step < 300; step++)
        {
            var next = new LearningRateControl(recipe, 300, 10);
            next.Restore(taken.Save());
            Assert.Equal(taken.Save(), next.Save());
            taken = next;

            Assert.Equal(BitConverter.DoubleToInt64Bits(whole.Rate), BitConverter.DoubleToInt64Bits(taken.Rate));
            foreach (var control in new[] { whole, taken })
            {
                control.Stepped(errors[step]);
                if (step % 10 == 9)
                    control.Evaluated(step % 20 == 9 ? null : errors[step]);
            }
        }

        Assert.Equal(300, taken.Step);
    }

    [Fact]
    public void A_state_is_one_text_in_every_culture()
    {
        var control = Control(new PlateauSchedule(), steps: 100);
        control.Stepped(0.25);
        var state = control.Save();

        Assert.Equal("step 1\nwarm 1\nerrors 0.25 1\nplateau 0.1 Infinity 0\n", state);
    }

    [Theory]
    [InlineData("")]
    [InlineData("step x\nwarm 1\nerrors 0 0\nplateau 0.1 1 0\n")]
    [InlineData("step 1\nwarm 1\nerrors 0 0\n")]
    [InlineData("step 1\nwarm 0\nerrors 0 0\nplateau 0.1 1 0\n")]
    [InlineData("step 101\nwarm 1\nerrors 0 0\nplateau 0.1 1 0\n")]
    [InlineData("step -1\nwarm 1\nerrors 0 0\nplateau 0.1 1 0\n")]
    [InlineData("step 1\nwarm 1\nerrors 0 0\nplateau 0.1 1 0\nrecent 1\n")]
    [InlineData("step 1\nwarm 1\nerrors 0 0\nplateau 0.1 1\n")]
    public void A_state_of_another_schedule_is_refused(string state) =>
        Assert.Throws<FormatException>(() => Control(new PlateauSchedule(), steps: 100).Restore(state));

    private static LearningRateControl Control(LearningRateSchedule schedule, long steps, long stepsPerEpoch = 10, Warmup? warmup = null) =>
        new(Recipe(new LearningRatePlan { Base = 0.1, Schedule = schedule, Warmup = warmup }), steps, stepsPerEpoch);

    private static Recipe Recipe(LearningRatePlan plan) => new() { Name = "x", Length = TrainingLength.Epochs(1), LearningRate = plan };

    private static List<double> Rates(LearningRateControl control, int steps)
    {
        var rates = new List<double>();
        for (var step = 0; step < steps; step++)
        {
            rates.Add(control.Rate);
            control.Stepped(error: 0.5);
        }

        return rates;
    }

    /// <summary>What schedules.py printed.</summary>
    private static class Schedules
    {
        public static List<double> Rates(string name) => [.. Lines(name).Select(l => Number(l[1]))];

        public static IEnumerable<(double Error, double Rate)> Plateau(string name) => Lines(name).Select(l => (Number(l[1]), Number(l[2])));

        private static List<string[]> Lines(string name)
        {
            var lines = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "schedules.txt")).Select(l => l.Split(' ')).Where(l => l[0] == name).ToList();
            Assert.NotEmpty(lines);
            return lines;
        }

        private static double Number(string text) => text == "nan" ? double.NaN : double.Parse(text, CultureInfo.InvariantCulture);
    }
}
