using System.Globalization;
using ResNetGen.Weights.Pickles;

namespace ResNetGen.Weights.PyTorch;

/// <summary>Finds the keys that lead to a value. A pickle may hold itself: every value is looked at once, and nothing recurses.</summary>
internal static class ValuePath
{
    private sealed record Step(object Value, string Key, Step? Parent);

    /// <summary>Returns the keys joined by dots; null where the value cannot be reached.</summary>
    public static string? Find(object root, object wanted)
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var open = new Queue<Step>();
        open.Enqueue(new Step(root, "", null));
        while (open.TryDequeue(out var step))
        {
            if (ReferenceEquals(step.Value, wanted))
                return Join(step);
            if (!seen.Add(step.Value))
                continue;

            foreach (var (key, value) in Parts(step.Value))
            {
                if (value is PickleValue)
                    open.Enqueue(new Step(value, key, step));
            }
        }

        return null;
    }

    private static IEnumerable<(string Key, object Value)> Parts(object value) => value switch
    {
        PickleDict dict => dict.Items.Select(i => (Convert.ToString(i.Key, CultureInfo.InvariantCulture) ?? "", i.Value)),
        PickleList list => list.Items.Select((v, i) => (i.ToString(CultureInfo.InvariantCulture), v)),
        PickleTuple tuple => tuple.Items.Select((v, i) => (i.ToString(CultureInfo.InvariantCulture), v)),
        _ => [],
    };

    private static string Join(Step step)
    {
        var keys = new Stack<string>();
        for (var at = step; at.Parent is not null; at = at.Parent)
            keys.Push(at.Key);

        return string.Join('.', keys);
    }
}
