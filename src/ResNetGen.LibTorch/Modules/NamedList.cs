using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace ResNetGen.LibTorch;

/// <summary>A short list of named values in the order they were added.</summary>
internal sealed class NamedList<T> : IEnumerable<KeyValuePair<string, T>>
{
    private readonly List<KeyValuePair<string, T>> entries = [];

    internal int Count => entries.Count;

    internal T this[int index] => entries[index].Value;

    internal string NameAt(int index) => entries[index].Key;

    internal bool Contains(string name) => IndexOf(name) >= 0;

    internal bool TryGet(string name, [MaybeNullWhen(false)] out T value)
    {
        var index = IndexOf(name);
        value = index >= 0 ? entries[index].Value : default;
        return index >= 0;
    }

    internal bool TryAdd(string name, T value)
    {
        if (Contains(name))
        {
            return false;
        }

        entries.Add(new(name, value));
        return true;
    }

    /// <summary>Adds the value, or puts it in the place of the one with its name.</summary>
    internal void Set(string name, T value)
    {
        var index = IndexOf(name);
        if (index < 0)
        {
            entries.Add(new(name, value));
        }
        else
        {
            entries[index] = new(name, value);
        }
    }

    internal void Remove(string name)
    {
        var index = IndexOf(name);
        if (index >= 0)
        {
            entries.RemoveAt(index);
        }
    }

    internal void Clear() => entries.Clear();

    public IEnumerator<KeyValuePair<string, T>> GetEnumerator() => entries.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private int IndexOf(string name)
    {
        for (var index = 0; index < entries.Count; index++)
        {
            if (entries[index].Key == name)
            {
                return index;
            }
        }

        return -1;
    }
}
