namespace ResNetGen.Architecture.Emission;

/// <summary>Writes the calls that give modules their keys; a key with dots lies in groups.</summary>
internal static class Registration
{
    /// <summary>The class of a group.</summary>
    public const string Group = "ModuleGroup";

    /// <summary>Whether one of <paramref name="keys"/> needs a group.</summary>
    public static bool NeedsGroups(IEnumerable<string> keys) => keys.Any(k => k.Contains('.'));

    /// <summary>Writes one call for each key, or for each group, in the order of the keys.</summary>
    public static void Write(CodeWriter writer, IEnumerable<(string Key, string Member)> modules)
    {
        foreach (var group in modules.GroupBy(m => First(m.Key), StringComparer.Ordinal))
            writer.Line($"register_module(\"{group.Key}\", {Expression(group.Key, [.. group])});");
    }

    /// <summary>Writes the class of a group.</summary>
    public static void GroupClass(CodeWriter writer)
    {
        writer.Line("// Modules under one name in the state dict; it does nothing itself.");
        writer.Line(Names.GeneratedCode);
        writer.Braces($"private sealed class {Group} : {Names.Nn}.Module", () =>
        {
            writer.Line($"internal {Group}(params (string Name, {Names.Nn}.Module Module)[] parts)");
            writer.Indented($": base(\"{Group}\")");
            writer.Braces(() => writer.Line("foreach (var (name, module) in parts)").Indented("register_module(name, module);"));
            writer.Line();
            Reflection.Off(writer);
        });
    }

    private static string Expression(string name, List<(string Key, string Member)> modules)
    {
        if (modules.Count == 1 && modules[0].Key == name)
            return modules[0].Member;

        var inner = modules.Select(m => (Key: m.Key.Substring(name.Length + 1), m.Member))
            .GroupBy(m => First(m.Key), StringComparer.Ordinal)
            .Select(g => $"(\"{g.Key}\", {Expression(g.Key, [.. g])})");
        return $"new {Group}({string.Join(", ", inner)})";
    }

    private static string First(string key) => key.Split('.')[0];
}
