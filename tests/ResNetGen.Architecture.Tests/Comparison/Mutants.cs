using System.Collections;
using System.Reflection;
using ResNetGen.Architecture.Networks;
using ResNetGen.Architecture.Text;

namespace ResNetGen.Architecture.Tests.Comparison;

/// <summary>Makes every network that differs from another in one property of one of its records.</summary>
internal static class Mutants
{
    /// <summary>The mutants of <paramref name="network"/>, each with the property that was changed: <c>Convolution.Groups</c>.</summary>
    public static IEnumerable<(string Property, Network Mutant)> Of(Network network) =>
        OfRecord(network).Select(m => (m.Property, (Network)m.Value));

    private static IEnumerable<(string Property, object Value)> OfRecord(object record)
    {
        foreach (var property in Settable(record.GetType()))
        {
            // The key of every layer is declared on the base record, and is another thing for each kind.
            var name = record.GetType().Name + "." + property.Name;
            foreach (var (inner, value) in OfValue(name, property.PropertyType, property.GetValue(record)))
                yield return (inner, With(record, property, value));
        }
    }

    /// <summary>The properties that a record's constructor takes.</summary>
    public static IEnumerable<PropertyInfo> Settable(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.SetMethod is not null && p.GetIndexParameters().Length == 0);

    private static IEnumerable<(string Property, object? Value)> OfValue(string name, Type type, object? value) => value switch
    {
        null => [(name, Another(type))],
        int n => [(name, n + 1)],
        double d => [(name, (d * 2) + 0.125)],
        bool b => [(name, !b)],
        string s => [(name, s + "x")],
        Enum e => Enum.GetValues(e.GetType()).Cast<object>().Where(other => !other.Equals(e)).Select(other => (name, (object?)other)),
        IEnumerable list => OfList(name, list),
        _ => OfRecord(value).Select(m => (m.Property, (object?)m.Value)).Concat(Replacements(name, type, value)),
    };

    private static IEnumerable<(string Property, object? Value)> OfList(string name, IEnumerable list)
    {
        var item = list.GetType().GetGenericArguments()[0];
        var items = list.Cast<object>().ToList();
        for (var i = 0; i < items.Count; i++)
        {
            foreach (var (inner, value) in OfValue(name, item, items[i]))
                yield return (inner, List(item, [.. items.Take(i), value!, .. items.Skip(i + 1)]));
        }

        if (items.Count > 0)
        {
            yield return (name, List(item, items.Take(items.Count - 1)));
            yield return (name, List(item, items.Append(items[^1])));
        }

        if (items.Count > 1 && !items[0].Equals(items[^1]))
            yield return (name, List(item, items.AsEnumerable().Reverse()));
    }

    // What may be absent is left out, and another kind takes its place.
    private static IEnumerable<(string Property, object? Value)> Replacements(string name, Type type, object value)
    {
        if (value is Head or Dropout or Activation && type == value.GetType())
            yield return (name, null);
        if (type == typeof(Layer))
            yield return (name, new MaxPool("other", new Window(5)));
        if (type == typeof(Shortcut))
            yield return (name, value is NoShortcut ? new IdentityShortcut() : new NoShortcut());
    }

    private static object Another(Type type) => type == typeof(Dropout) ? new Dropout("dropout", 0.5)
        : type == typeof(Activation) ? new Activation(default)
        : type == typeof(Head) ? new Head(new GlobalAveragePool("avgpool"), null, new Linear("fc", 1, 1), false)
        : throw new ArgumentException(type.Name, nameof(type));

    private static object List(Type item, IEnumerable<object> items)
    {
        var cast = typeof(Enumerable).GetMethod(nameof(Enumerable.Cast))!.MakeGenericMethod(item).Invoke(null, [items]);
        return typeof(EquatableArrayExtensions).GetMethod(nameof(EquatableArrayExtensions.ToEquatableArray))!.MakeGenericMethod(item).Invoke(null, [cast])!;
    }

    private static object With(object record, PropertyInfo property, object? value)
    {
        var copy = record.GetType().IsValueType
            ? record.GetType().GetMethod(nameof(MemberwiseClone), BindingFlags.NonPublic | BindingFlags.Instance)!.Invoke(record, null)!
            : record.GetType().GetMethod("<Clone>$")!.Invoke(record, null)!;
        property.SetValue(copy, value);
        return copy;
    }
}
