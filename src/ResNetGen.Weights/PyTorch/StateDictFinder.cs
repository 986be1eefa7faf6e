using System.Globalization;
using ResNetGen.Weights.Files;
using ResNetGen.Weights.Pickles;

namespace ResNetGen.Weights.PyTorch;

/// <summary>Says which dict of a checkpoint is the state dict. It never guesses between two.</summary>
internal static class StateDictFinder
{
    private static readonly string[] Names = ["state_dict", "model", "model_state_dict", "net"];

    /// <summary>Finds the state dict, at a key or where checkpoints usually have it.</summary>
    /// <exception cref="CheckpointException">There is none, or more than one.</exception>
    public static FoundStateDict Find(object root, string? key)
    {
        if (root is not PickleDict dict)
            throw new CheckpointException($"the file holds {PickleValue.Describe(root)}, no dict of tensors");
        if (key is not null)
            return new FoundStateDict(Descend(dict, key), key);
        if (dict.Items.All(i => i.Key is string && i.Value is PickleTensor))
            return new FoundStateDict(dict, "");

        var found = Names.Select(n => (Name: n, Value: dict.Find(n))).Where(f => f.Value is PickleDict d && HasTensors(d)).ToList();
        return found switch
        {
            [var (name, value)] => new FoundStateDict((PickleDict)value!, name),
            [] => throw new CheckpointException($"the file holds no state dict under {Quoted.Names(Names)}: {Contents(dict)}; name one by its key"),
            _ => throw new CheckpointException($"the file holds state dicts under {Quoted.Names(found.Select(f => f.Name))}: {Contents(dict)}; name one by its key"),
        };
    }

    // A key may have dots of its own: the whole of it comes first, then ever shorter beginnings.
    private static PickleDict Descend(PickleDict root, string key)
    {
        var (dict, rest) = (root, key);
        while (true)
        {
            var length = rest.Length;
            while (length > 0 && dict.Find(rest[..length]) is not PickleDict)
                length = Math.Max(rest.LastIndexOf('.', length - 1), 0);
            if (length == 0)
                throw new CheckpointException($"the file holds no dict under the key {Quoted.Name(key)}: {Contents(dict)}");

            dict = (PickleDict)dict.Find(rest[..length])!;
            if (length == rest.Length)
                return dict;

            rest = rest[(length + 1)..];
        }
    }

    private static bool HasTensors(PickleDict dict) =>
        dict.Items.Count == 0 || (dict.Items.All(i => i.Key is string) && dict.Items.Any(i => i.Value is PickleTensor));

    private static string Contents(PickleDict dict)
    {
        const int shown = 12;
        var items = dict.Items.Take(shown).Select(i => $"{PickleCalls.Show(i.Key)} ({What(i.Value)})");
        var more = dict.Items.Count > shown ? string.Create(CultureInfo.InvariantCulture, $" and {dict.Items.Count - shown} more") : "";
        return dict.Items.Count == 0 ? "it is empty" : $"it has {string.Join(", ", items)}{more}";
    }

    private static string What(object value) =>
        value is PickleDict dict && dict.Items.Count(i => i.Value is PickleTensor) is > 0 and var tensors
            ? string.Create(CultureInfo.InvariantCulture, $"{tensors} tensors")
            : PickleValue.Describe(value);
}
