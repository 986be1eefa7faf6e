using ResNetGen.Training.Data;

namespace FineTuning;

/// <summary>Those pictures of a set that are of some classes, numbered anew.</summary>
internal sealed class ChosenClasses : IImageSource
{
    private readonly IImageSource _all;
    private readonly int _firstClass;
    private readonly List<int> _indices;

    /// <summary>Chooses.</summary>
    /// <param name="all">The set.</param>
    /// <param name="classes">Which of its classes.</param>
    /// <param name="most">How many pictures at most.</param>
    public ChosenClasses(IImageSource all, Range classes, int most = int.MaxValue)
    {
        (_firstClass, var count) = classes.GetOffsetAndLength(all.Classes.Count);
        _all = all;
        Classes = [.. all.Classes.Skip(_firstClass).Take(count)];
        _indices = [.. Enumerable.Range(0, all.Count).Where(i => all.Label(i) >= _firstClass && all.Label(i) < _firstClass + count).Take(most)];
    }

    /// <inheritdoc/>
    public string Name => $"{_all.Name}: {string.Join(", ", Classes)}";

    /// <inheritdoc/>
    public int Count => _indices.Count;

    /// <inheritdoc/>
    public IReadOnlyList<string> Classes { get; }

    /// <inheritdoc/>
    public int Label(int index) => _all.Label(_indices[index]) - _firstClass;

    /// <inheritdoc/>
    public RgbImage Read(int index) => _all.Read(_indices[index]);

    /// <inheritdoc/>
    public string Describe(int index) => _all.Describe(_indices[index]);
}
