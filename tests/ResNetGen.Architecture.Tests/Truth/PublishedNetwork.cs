using System.Globalization;

namespace ResNetGen.Architecture.Tests.Truth;

/// <summary>One row of <c>tests/truth/models.csv</c>: what independent implementations measured.</summary>
internal sealed class PublishedNetwork
{
    private readonly Dictionary<string, string> _columns;

    private PublishedNetwork(IEnumerable<string> names, IEnumerable<string> values) =>
        _columns = names.Zip(values).ToDictionary(p => p.First, p => p.Second);

    /// <summary>Every row. The columns behind the numbers may hold quoted commas; nothing here reads them.</summary>
    public static IReadOnlyList<PublishedNetwork> All { get; } = Read();

    public string this[string column] => _columns[column];

    public long Number(string column) => long.Parse(this[column], CultureInfo.InvariantCulture);

    private static PublishedNetwork[] Read()
    {
        var lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "truth", "models.csv"));
        var names = lines[0].Split(',');
        return [.. lines.Skip(1).Select(line => new PublishedNetwork(names, line.Split(',')))];
    }
}
