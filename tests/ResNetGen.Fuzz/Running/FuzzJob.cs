using Outcome = ResNetGen.Fuzz.Oracles.Outcome;
using Rnd = FsCheck.Rnd;
using FsCheck.Fluent;
using ResNetGen.Fuzz.Cases;
using ResNetGen.Fuzz.Mutation;
using ResNetGen.Fuzz.Oracles;
using ResNetGen.Property.Tests.Specs;

namespace ResNetGen.Fuzz.Running;

/// <summary>One thread of a run: draws inputs, checks them, and keeps those that reach something new.</summary>
internal sealed class FuzzJob(int seed, Tally tally, Watchdog watchdog, Action<FuzzCase, FuzzFailure> fail)
{
    private const int BatchSize = 48;
    private const int DrawnAtOnce = 64;

    // The compiler takes by far the longest: what reached nothing new goes through it by chance.
    private const int NewShapePercent = 50;
    private const int RepeatPercent = 2;

    private readonly Dice _dice = new(seed);
    private readonly List<FuzzCase> _pool = [];
    private readonly HashSet<string> _reached = new(StringComparer.Ordinal);
    private readonly List<(FuzzCase Case, Outcome Outcome)> _batch = [];
    private readonly Queue<FuzzCase> _drawn = new();

    /// <summary>Tries inputs until <paramref name="isOver"/>, or until <paramref name="most"/> were tried.</summary>
    public void Run(Func<bool> isOver, long most)
    {
        foreach (var sound in Seeds.Corpus().Select(c => c.Case).Concat(Seeds.Zoo()))
        {
            _pool.Add(sound);
            if (!isOver() && tally.Start(most))
                Try(sound);
        }

        var mutation = new CaseMutation(_dice);
        while (!isOver() && tally.Start(most))
            Try(_dice.Chance(10) ? Drawn() : mutation.Apply(Start(), _dice.Pick(_pool)));

        Compile();
    }

    // What was found last leads furthest; what came first is the soundest.
    private FuzzCase Start() => _dice.Chance(50) ? _dice.Pick(_pool) : _pool[_pool.Count - 1 - _dice.FewOf(_pool.Count)];

    private FuzzCase Drawn()
    {
        if (_drawn.Count == 0)
        {
            foreach (var spec in SpecGrammar.Spec.Sample(50, new Rnd((ulong)_dice.Seed()), DrawnAtOnce))
            {
                _drawn.Enqueue(spec.Parts is { } parts
                    ? new FuzzCase([new SpecFile("drawn.resnet.yaml", parts.Above), new SpecFile("below/base.resnet.yaml", parts.Below)], [])
                    : FuzzCase.Of(spec.Text));
            }
        }

        return _drawn.Dequeue();
    }

    private void Try(FuzzCase tried)
    {
        try
        {
            var started = ThreadClock.Milliseconds;
            Outcome outcome;
            using (watchdog.Watch(tried))
                outcome = OutcomeCheck.Check(tried);

            List<string> news = [.. Features.Of(tried, outcome).Where(f => !_reached.Contains(f)).Distinct(StringComparer.Ordinal)];
            tally.Add(outcome, ThreadClock.Milliseconds - started, news);
            if (news.Count > 0)
            {
                _reached.UnionWith(news);
                _pool.Add(tried);
            }

            var isNewShape = outcome.IsAccepted && tally.IsNewShape(CodeShape.Of(outcome.Code!));
            if (news.Count == 0 && !_dice.Chance(isNewShape ? NewShapePercent : RepeatPercent))
                return;

            _batch.Add((tried, outcome));
            if (_batch.Count >= BatchSize)
                Compile();
        }
        catch (FuzzFailure failure)
        {
            fail(tried, failure);
        }
    }

    private void Compile()
    {
        using var watched = watchdog.Watch(_batch.Select(b => b.Case).FirstOrDefault(), _batch.Count);
        var failures = GeneratorBatch.Check(_batch);
        tally.AddBatch(_batch.Count, _batch.Count(b => b.Outcome.IsAccepted));
        foreach (var (failed, failure) in _batch.Zip(failures))
        {
            if (failure is not null)
                fail(failed.Case, failure);
        }

        _batch.Clear();
    }
}
