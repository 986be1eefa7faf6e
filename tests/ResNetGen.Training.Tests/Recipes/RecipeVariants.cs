using System.Collections;
using System.Reflection;

namespace ResNetGen.Training.Tests;

/// <summary>Recipes that differ from another in one property each, at any depth: found by reflection, so that none is forgotten.</summary>
internal static class RecipeVariants
{
    /// <summary>The properties of a recipe and all that it holds, by path, each with recipes that differ in it.</summary>
    public static IEnumerable<(string Path, Recipe Recipe)> Of(Recipe recipe) => OfRecord(recipe).Select(v => (v.Path, (Recipe)v.Value));

    private static IEnumerable<(string Path, object Value)> OfRecord(object record)
    {
        foreach (var property in record.GetType().GetProperties(BindingFlags.Instance | BindingFlags.Public))
        {
            if (property.GetSetMethod() is null)
                continue;

            foreach (var (path, value) in OfValue(property.GetValue(record), property.PropertyType))
            {
                var copy = Copy(record);
                property.SetValue(copy, value);
                yield return (property.Name + path, copy);
            }
        }
    }

    private static IEnumerable<(string Path, object? Value)> OfValue(object? value, Type type)
    {
        var actual = Nullable.GetUnderlyingType(type) ?? type;
        if (actual == typeof(LearningRateSchedule))
        {
            foreach (var schedule in typeof(Recipe).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(LearningRateSchedule))))
                yield return (".schedules." + schedule.Name, New(schedule));
        }
        else if (actual.IsEnum)
        {
            foreach (var word in Enum.GetValues(actual))
                yield return (".words." + word, word);
        }
        else if (Leaf(actual, value) is { } other)
        {
            yield return ("", other);
        }
        else if (value is null)
        {
            yield return ("", New(actual));
        }

        if (value is not null && IsRecord(value.GetType()))
        {
            foreach (var (path, inner) in OfRecord(value))
                yield return ("." + path, inner);
        }
    }

    private static object? Leaf(Type type, object? value) => value switch
    {
        _ when type == typeof(string) => (string?)value + "-2.b",
        _ when type == typeof(bool) => !(bool)value!,
        _ when type == typeof(int) => value is int number ? number + 1 : 8,
        _ when type == typeof(long) => (long)value! + 1,
        _ when type == typeof(ulong) => ulong.MaxValue,
        _ when type == typeof(double) => value is double number and not 0 ? number * 0.7 : 0.3,
        _ when type == typeof(IReadOnlyList<int>) => (IReadOnlyList<int>)[16, 24, 40],
        _ when type == typeof(IReadOnlyList<float>) => (IReadOnlyList<float>)[MathF.PI / 4, 1f / 3, 0.1f],
        _ when type == typeof(IReadOnlyList<TrainingLength>) => (IReadOnlyList<TrainingLength>)[TrainingLength.Epochs(1), TrainingLength.Epochs(7)],
        _ when IsRecord(type) => null,
        _ => throw new NotSupportedException($"No variant is known of a {type.Name}: teach this test about it."),
    };

    // A record of this library that a recipe may hold, with values that are allowed.
    private static object New(Type type) => type switch
    {
        _ when type == typeof(StepSchedule) => new StepSchedule([TrainingLength.Iterations(3), TrainingLength.Iterations(9)], 0.3),
        _ when type == typeof(Warmup) => new Warmup(0.02, UntilErrorBelow: 0.9),
        _ when type == typeof(TrainingLength) => TrainingLength.Epochs(3),
        _ when type == typeof(SideRange) => new SideRange(10, 20),
        _ => type.GetConstructors().Where(c => c.GetParameters().All(p => p.IsOptional)).Select(c => c.Invoke([.. c.GetParameters().Select(p => p.DefaultValue)])).First(),
    };

    private static bool IsRecord(Type type) => type.Namespace == typeof(Recipe).Namespace && !type.IsEnum && !typeof(IEnumerable).IsAssignableFrom(type);

    private static object Copy(object record) =>
        typeof(object).GetMethod("MemberwiseClone", BindingFlags.Instance | BindingFlags.NonPublic)!.Invoke(record, null)!;
}
