using System.Collections;

namespace ResNetGen.Architecture.Text;

/// <summary>An immutable list that equals another with equal items in the same order.</summary>
public sealed class EquatableArray<T> : IReadOnlyList<T>, IEquatable<EquatableArray<T>>
{
    /// <summary>The list with no items.</summary>
    public static readonly EquatableArray<T> Empty = new([]);

    private readonly T[] _items;

    internal EquatableArray(T[] items) => _items = items;

    /// <inheritdoc/>
    public int Count => _items.Length;

    /// <inheritdoc/>
    public T this[int index] => _items[index];

    /// <inheritdoc/>
    public bool Equals(EquatableArray<T>? other)
    {
        if (ReferenceEquals(this, other))
            return true;

        if (other is null || other._items.Length != _items.Length)
            return false;

        for (var i = 0; i < _items.Length; i++)
        {
            if (!EqualityComparer<T>.Default.Equals(_items[i], other._items[i]))
                return false;
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as EquatableArray<T>);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = _items.Length;
        foreach (var item in _items)
            hash = unchecked((hash * 31) + (item is null ? 0 : EqualityComparer<T>.Default.GetHashCode(item)));

        return hash;
    }

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)_items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _items.GetEnumerator();
}

/// <summary>Makes <see cref="EquatableArray{T}"/> from other sequences.</summary>
public static class EquatableArrayExtensions
{
    /// <summary>Copies <paramref name="items"/>.</summary>
    public static EquatableArray<T> ToEquatableArray<T>(this IEnumerable<T> items)
    {
        var copy = items.ToArray();
        return copy.Length == 0 ? EquatableArray<T>.Empty : new EquatableArray<T>(copy);
    }
}
