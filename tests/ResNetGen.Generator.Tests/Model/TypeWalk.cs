using System.Reflection;

namespace ResNetGen.Generator.Tests.Model;

/// <summary>Walks the types, and the objects, that cached models consist of.</summary>
internal static class TypeWalk
{
    private const BindingFlags Instance = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>
    /// Returns the fields, reachable from <paramref name="roots"/>, that could hold an object from outside the models:
    /// whatever is neither a plain value, nor a type of our own, nor an array of them.
    /// </summary>
    public static IReadOnlyCollection<string> Strangers(Func<Assembly, bool> isOwn, params Type[] roots)
    {
        var (seen, found, todo) = (new HashSet<Type>(), new SortedSet<string>(StringComparer.Ordinal), new Queue<Type>(roots));
        var own = roots.Select(r => r.Assembly).Concat(roots.SelectMany(r => r.GetGenericArguments()).Select(a => a.Assembly))
            .Where(isOwn).Distinct().SelectMany(a => a.GetTypes()).ToList();
        while (todo.TryDequeue(out var type))
        {
            if (IsPlain(type) || !seen.Add(type))
                continue;

            // What is declared as a base or an interface may be any type that can be assigned to it.
            foreach (var derived in own.Where(t => t != type && type.IsAssignableFrom(t)))
                todo.Enqueue(derived);

            for (var declaring = type; declaring is not null && declaring != typeof(object) && declaring != typeof(ValueType); declaring = declaring.BaseType)
            {
                foreach (var field in declaring.GetFields(Instance))
                {
                    var held = Element(field.FieldType);
                    if (IsPlain(held) || isOwn(held.Assembly))
                        todo.Enqueue(held);
                    else
                        found.Add($"{declaring.Name}.{field.Name}: {field.FieldType}");
                }
            }
        }

        return found;
    }

    /// <summary>Returns every type of object that can be reached from <paramref name="root"/>.</summary>
    public static IReadOnlyCollection<Type> LiveTypes(object root)
    {
        var (seen, types, todo) = (new HashSet<object>(ReferenceEqualityComparer.Instance), new HashSet<Type>(), new Stack<object>([root]));
        while (todo.TryPop(out var value))
        {
            var type = value.GetType();
            types.Add(type);
            if (IsPlain(type) || (!type.IsValueType && !seen.Add(value)))
                continue;

            if (value is Array array)
            {
                foreach (var item in array.Cast<object?>().OfType<object>())
                    todo.Push(item);

                continue;
            }

            for (var declaring = type; declaring is not null; declaring = declaring.BaseType)
            {
                foreach (var field in declaring.GetFields(Instance))
                {
                    if (field.GetValue(value) is { } held)
                        todo.Push(held);
                }
            }
        }

        return types;
    }

    /// <summary>Whether a type can be assigned to one of the compiler's or the parser's, or is made of such.</summary>
    public static bool IsForeign(Type type) =>
        Bases(type).Concat(type.GetInterfaces()).Any(IsOfStrangers)
        || (type.IsGenericType && type.GetGenericArguments().Any(IsForeign))
        || (type.HasElementType && IsForeign(type.GetElementType()!));

    private static IEnumerable<Type> Bases(Type type)
    {
        for (var at = type; at is not null; at = at.BaseType)
            yield return at;
    }

    // By namespace: the parser's assembly has a name of its own here.
    private static bool IsOfStrangers(Type type) =>
        type.Namespace is { } space && (Is(space, "Microsoft.CodeAnalysis") || Is(space, "YamlDotNet"));

    private static bool Is(string space, string root) => space == root || space.StartsWith(root + ".", StringComparison.Ordinal);

    private static Type Element(Type type) => type.IsArray ? Element(type.GetElementType()!) : Nullable.GetUnderlyingType(type) ?? type;

    private static bool IsPlain(Type type) => type.IsPrimitive || type.IsEnum || type == typeof(string);
}
