namespace ResNetGen.Fuzz.Mutation;

/// <summary>Where chance comes from: the same throws for the same seed.</summary>
internal sealed class Dice(int seed)
{
    private readonly Random _random = new(seed);

    public int Below(int count) => _random.Next(count);

    /// <summary>A number of 0 up to <paramref name="count"/>, small ones far more often.</summary>
    public int FewOf(int count) => (int)(count * Math.Pow(_random.NextDouble(), 3));

    public bool Chance(int percent) => _random.Next(100) < percent;

    public T Pick<T>(params IReadOnlyList<T> from) => from[_random.Next(from.Count)];

    public byte Byte() => (byte)_random.Next(256);

    public int Seed() => _random.Next();
}
