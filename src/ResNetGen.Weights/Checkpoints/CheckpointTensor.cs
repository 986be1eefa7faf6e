namespace ResNetGen.Weights;

/// <summary>One named tensor of a checkpoint: what it is, and its elements when they are asked for.</summary>
public abstract class CheckpointTensor
{
    /// <summary>Describes a tensor; its elements stay where they are.</summary>
    /// <param name="name">Its key in the state dict.</param>
    /// <param name="type">What its elements are.</param>
    /// <param name="shape">Its sizes; none for a scalar.</param>
    /// <exception cref="ArgumentException">A size is negative, or the bytes do not fit in 63 bits.</exception>
    protected CheckpointTensor(string name, ElementType type, IReadOnlyList<long> shape)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(shape);
        (Name, Type, Shape) = (name, type, [.. shape]);
        Elements = Count(Shape) is { } elements && elements <= long.MaxValue / type.Size()
            ? elements
            : throw new ArgumentException($"[{string.Join(", ", shape)}] is no shape of a tensor.", nameof(shape));
    }

    /// <summary>Its key in the state dict.</summary>
    public string Name { get; }

    /// <summary>What its elements are.</summary>
    public ElementType Type { get; }

    /// <summary>Its sizes; none for a scalar.</summary>
    public IReadOnlyList<long> Shape { get; }

    /// <summary>How many elements it has.</summary>
    public long Elements { get; }

    /// <summary>The file that it is read from, for messages; null where it comes from elsewhere.</summary>
    internal string? File { get; set; }

    /// <summary>How many bytes its elements take.</summary>
    public long ByteLength => Elements * Type.Size();

    /// <summary>Reads elements in row-major order, as little-endian bytes, whatever their order in the file is.</summary>
    /// <param name="start">The first element.</param>
    /// <param name="destination">Takes whole elements; its length says how many.</param>
    /// <exception cref="ArgumentOutOfRangeException">The elements are not all in the tensor.</exception>
    /// <exception cref="CheckpointException">The file does not hold what it said.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public void Read(long start, Span<byte> destination)
    {
        var count = destination.Length / Type.Size();
        if (start < 0 || count * Type.Size() != destination.Length || start > Elements - count)
            throw new ArgumentOutOfRangeException(nameof(start), start, $"{destination.Length} bytes from element {start} are not whole elements of '{Name}'.");

        if (count == 0)
            return;

        try
        {
            ReadElements(start, destination);
        }
        catch (CheckpointException e) when (File is not null)
        {
            throw Named(e);
        }
    }

    /// <summary>
    /// Checks what only reading shows: the file's checksum of the tensor, where its format has one, and that booleans are 0 or 1.
    /// </summary>
    /// <exception cref="CheckpointException">The file does not hold what it said.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public void Verify()
    {
        try
        {
            VerifyElements();
        }
        catch (CheckpointException e) when (File is not null)
        {
            throw Named(e);
        }
    }

    /// <summary>Returns the product of sizes; null where one is negative or the product leaves 63 bits.</summary>
    public static long? Count(IReadOnlyList<long> shape)
    {
        ArgumentNullException.ThrowIfNull(shape);
        var product = 1L;
        foreach (var size in shape)
        {
            if (size < 0 || (size > 0 && product > long.MaxValue / size))
                return null;

            product *= size;
        }

        return product;
    }

    /// <summary>Reads elements that are in the tensor.</summary>
    /// <param name="start">The first element.</param>
    /// <param name="destination">Takes whole elements, at least one.</param>
    protected abstract void ReadElements(long start, Span<byte> destination);

    /// <summary>Checks what only reading shows; unless overridden, that booleans are 0 or 1.</summary>
    protected virtual void VerifyElements()
    {
        if (Type != ElementType.Bool)
            return;

        var part = new byte[Math.Min(Elements, 1 << 16)];
        for (var start = 0L; start < Elements; start += part.Length)
            ReadElements(start, part.AsSpan(0, (int)Math.Min(part.Length, Elements - start)));
    }

    private CheckpointException Named(CheckpointException e) => new($"{File}: {e.Message}", e);
}
