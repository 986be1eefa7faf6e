namespace ResNetGen.Training.Worker;

/// <summary>Arguments of the form <c>name=value</c>.</summary>
internal sealed class Words
{
    private readonly Dictionary<string, string> _values;

    internal Words(IEnumerable<string> arguments) =>
        _values = arguments.Select(argument => argument.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);

    internal string Text(string name, string otherwise) => _values.GetValueOrDefault(name, otherwise);

    internal int Number(string name, int otherwise) =>
        _values.TryGetValue(name, out string? text) ? int.Parse(text, System.Globalization.CultureInfo.InvariantCulture) : otherwise;
}
