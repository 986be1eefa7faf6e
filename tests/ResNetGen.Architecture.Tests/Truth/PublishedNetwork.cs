namespace ResNetGen.Architecture.Tests.Truth;

/// <summary>One row of <c>tests/truth/models.csv</c>: what independent implementations measured.</summary>
internal sealed class PublishedNetwork
{
    private readonly Dictionary<string, string> _columns;

    private PublishedNetwork(IEnumerable<string> names, IEnumerable<string> values) =>
        _columns = names.Zip(values).ToDictionary(p => p.First, p => p.Second);

    /// <summary>Every row. The columns behind the numbers may hold quoted commas; nothing here reads them.</summary>
    public static IReadOnlyList<PublishedNetwork> All { get; } = Read();

    /// <summary>The network's name; with the input it names the row.</summary>
    public string Model => this["model"];

    /// <summary>The input, as <c>3x224x224</c>.</summary>
    public string Input => this["input"];

    public string this[string column] => _columns[column];

    public static PublishedNetwork Of(string model, string input) => All.Single(n => n.Model == model && n.Input == input);

    private static PublishedNetwork[] Read()
    {
        var lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "truth", "models.csv"));
        var names = lines[0].Split(',');
        return [.. lines.Skip(1).Select(line => new PublishedNetwork(names, line.Split(',')))];
    }
}
