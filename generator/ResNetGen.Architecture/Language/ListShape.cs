using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using ResNetGen.Architecture.Diagnostics;
using ResNetGen.Architecture.Schema;
using ResNetGen.Architecture.Text;
using ResNetGen.Architecture.Values;

namespace ResNetGen.Architecture.Language;

/// <summary>A list of alike things, of bounded length.</summary>
public sealed class ListShape<T>(Shape<T> item, string items, int minimum, int maximum) : Shape<EquatableArray<T>>, IListShape
{
    /// <summary>What each item may be.</summary>
    public Shape Item => item;

    /// <summary>The fewest items allowed.</summary>
    public int Minimum => minimum;

    /// <summary>The most items allowed.</summary>
    public int Maximum => maximum;

    /// <inheritdoc/>
    public override string Expected => string.Format(
        CultureInfo.InvariantCulture,
        minimum == maximum ? "a list of {0} {2}" : "a list of {0} to {1} {2}",
        minimum,
        maximum,
        items);

    internal override MappingShape? Mapping => item.Mapping;

    internal override JsonObject ToSchema(SharedKeys shared) => new JsonObject()
        .Add("type", "array").Add("minItems", minimum).Add("maxItems", maximum).Add("items", item.ToSchema(shared));

    internal override bool TryRead(SpecValue value, Findings findings, [MaybeNullWhen(false)] out EquatableArray<T> result)
    {
        result = null;
        if (value is not SpecList list)
            return Refuse(value, findings);

        if (list.Items.Count < minimum || list.Items.Count > maximum)
        {
            findings.Add(Rules.WrongCount, value.Site, Expected, list.Items.Count);
            return false;
        }

        var read = new List<T>(list.Items.Count);
        var ok = true;
        foreach (var entry in list.Items)
        {
            if (item.TryRead(entry, findings, out var one))
                read.Add(one);
            else
                ok = false;
        }

        result = read.ToEquatableArray();
        return ok;
    }
}

/// <summary>A list, whatever its items are read as.</summary>
public interface IListShape
{
    /// <summary>What each item may be.</summary>
    Shape Item { get; }

    /// <summary>The fewest items allowed.</summary>
    int Minimum { get; }

    /// <summary>The most items allowed.</summary>
    int Maximum { get; }
}
