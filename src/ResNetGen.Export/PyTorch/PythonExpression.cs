namespace ResNetGen.Export.PyTorch;

/// <summary>An expression of Python that knows where its lines may be broken.</summary>
/// <param name="Open">What it begins with: a name and a bracket, or all of it where it has no items.</param>
/// <param name="Items">What stands in its brackets.</param>
/// <param name="Close">The closing bracket.</param>
/// <param name="Separator">What stands between two items on a line.</param>
internal sealed record PythonExpression(string Open, IReadOnlyList<PythonExpression> Items, string Close, string Separator = ", ")
{
    /// <summary>The expression on one line.</summary>
    public string Flat => Open + FlatItems + Close;

    /// <summary>What stands in its brackets, on one line.</summary>
    public string FlatItems => string.Join(Separator, Items.Select(i => i.Flat));

    /// <summary>What has no place for a break.</summary>
    public static PythonExpression Atom(string text) => new(text, [], "");

    /// <summary>A call; arguments that are null are left out.</summary>
    public static PythonExpression Call(string function, params IEnumerable<string?> arguments) =>
        new(function + "(", [.. arguments.OfType<string>().Select(Atom)], ")");

    /// <summary>The arguments that making <paramref name="item"/> so often gives.</summary>
    public static PythonExpression Repeated(PythonExpression item, int count) =>
        new("*(", [item, Atom($"for _ in range({PythonNames.Number(count)})")], ")", " ");

    /// <summary>A call of expressions.</summary>
    public static PythonExpression Of(string function, IEnumerable<PythonExpression> arguments) =>
        new(function + "(", [.. arguments], ")");
}
