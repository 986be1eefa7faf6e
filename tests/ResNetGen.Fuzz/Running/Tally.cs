using System.Globalization;
using ResNetGen.Fuzz.Oracles;

namespace ResNetGen.Fuzz.Running;

/// <summary>What a run counts, over all its threads.</summary>
internal sealed class Tally
{
    private readonly Lock _lock = new();
    private readonly HashSet<string> _features = new(StringComparer.Ordinal);
    private readonly HashSet<UInt128> _shapes = [];
    private readonly Dictionary<string, int> _failures = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _rules = new(StringComparer.Ordinal);
    private long _tried;
    private long _accepted;
    private long _generated;
    private long _compiled;
    private double _slowest;

    public long Tried => Interlocked.Read(ref _tried);

    public long Accepted => Interlocked.Read(ref _accepted);

    public long Compiled => Interlocked.Read(ref _compiled);

    public int Failures
    {
        get
        {
            lock (_lock)
                return _failures.Values.Sum();
        }
    }

    public int Features
    {
        get
        {
            lock (_lock)
                return _features.Count;
        }
    }

    /// <summary>Counts an input about to be tried; false when no more shall be.</summary>
    public bool Start(long most) => Interlocked.Increment(ref _tried) <= most || Interlocked.Decrement(ref _tried) < 0;

    /// <summary>Counts what became of an input.</summary>
    public void Add(Outcome outcome, double milliseconds, IEnumerable<string> features)
    {
        if (outcome.IsAccepted)
            Interlocked.Increment(ref _accepted);

        lock (_lock)
        {
            _slowest = Math.Max(_slowest, milliseconds);
            foreach (var id in outcome.Findings.Select(f => f.Rule.Id).Distinct(StringComparer.Ordinal))
                _rules[id] = _rules.GetValueOrDefault(id) + 1;
            foreach (var feature in features)
                _features.Add(feature);
        }
    }

    /// <summary>Whether code of this shape was not seen before.</summary>
    public bool IsNewShape(UInt128 shape)
    {
        lock (_lock)
            return _shapes.Add(shape);
    }

    /// <summary>Counts what went through the generator, and what of it was compiled as a network.</summary>
    public void AddBatch(int generated, int compiled)
    {
        Interlocked.Add(ref _generated, generated);
        Interlocked.Add(ref _compiled, compiled);
    }

    /// <summary>Counts a failure; true for the first of its kind.</summary>
    public bool AddFailure(string signature)
    {
        lock (_lock)
        {
            _failures[signature] = _failures.GetValueOrDefault(signature) + 1;
            return _failures[signature] == 1;
        }
    }

    public override string ToString()
    {
        lock (_lock)
        {
            return string.Create(CultureInfo.InvariantCulture, $"""
                inputs tried                    {_tried,12:N0}
                  accepted                      {_accepted,12:N0}   ({100.0 * _accepted / Math.Max(1, _tried):0.0} %)
                  refused                       {_tried - _accepted,12:N0}   ({_rules.Count} rules)
                through the generator itself    {_generated,12:N0}
                networks compiled               {_compiled,12:N0}   ({_shapes.Count:N0} shapes of code)
                distinct features reached       {_features.Count,12:N0}
                slowest input, twice            {_slowest,12:N0} ms of a processor
                failures                        {_failures.Values.Sum(),12:N0}   ({_failures.Count} kinds)
                """)
                + string.Concat(_failures.Select(f => $"\n  {f.Value} x {f.Key}"));
        }
    }
}
