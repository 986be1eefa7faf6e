namespace ResNetGen.Training.Data;

/// <summary>Random numbers that follow from a key alone: SplitMix64 (Steele, Lea and Flood 2014), started at a hash of the key.</summary>
internal struct RandomNumbers
{
    private ulong _state;

    private RandomNumbers(ulong state) => _state = state;

    /// <summary>The numbers of a key; keys that differ in any part give unrelated numbers.</summary>
    /// <param name="seed">The run's or the data's seed.</param>
    /// <param name="purpose">What they are for.</param>
    /// <param name="first">The epoch, say.</param>
    /// <param name="second">The picture, say.</param>
    public static RandomNumbers Of(ulong seed, RandomPurpose purpose, long first = 0, long second = 0) =>
        new(Mix(Mix(Mix(Mix(seed) ^ (ulong)purpose) ^ (ulong)first) ^ (ulong)second));

    /// <summary>64 random bits.</summary>
    public ulong Next() => Scramble(_state += 0x9E3779B97F4A7C15);

    /// <summary>A whole number in [0, bound), each equally likely.</summary>
    public int Below(int bound)
    {
        // Lemire 2019: the high half of a product, but for the few low halves that would favour some numbers.
        while (true)
        {
            var high = Math.BigMul(Next(), (ulong)bound, out var low);
            if (low >= (ulong)bound || low >= (0 - (ulong)bound) % (ulong)bound)
                return (int)high;
        }
    }

    /// <summary>A number in [0, 1).</summary>
    public double Unit() => (Next() >> 11) * (1.0 / (1L << 53));

    /// <summary>A number in [min, max).</summary>
    public double Between(double min, double max) => min + ((max - min) * Unit());

    /// <summary>Heads or tails.</summary>
    public bool Coin() => (Next() & 1UL << 63) != 0;

    /// <summary>A number of the standard normal distribution (Box and Muller 1958).</summary>
    public double Normal() => Math.Sqrt(-2 * Math.Log(1 - Unit())) * Math.Cos(2 * Math.PI * Unit());

    /// <summary>The numbers from 0 to count - 1 in random order.</summary>
    public int[] Permutation(int count)
    {
        var order = new int[count];
        for (var i = 0; i < count; i++)
        {
            var at = Below(i + 1);
            order[i] = order[at];
            order[at] = i;
        }

        return order;
    }

    private static ulong Mix(ulong value) => Scramble(value + 0x9E3779B97F4A7C15);

    private static ulong Scramble(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
