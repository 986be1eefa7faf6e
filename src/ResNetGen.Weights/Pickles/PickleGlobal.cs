namespace ResNetGen.Weights.Pickles;

/// <summary>What a global of a pickle means here.</summary>
internal enum GlobalKind
{
    /// <summary>Makes an empty OrderedDict.</summary>
    OrderedDict,

    /// <summary>Makes a dict of counts, of a dict.</summary>
    Counter,

    /// <summary>Makes a tensor of a storage.</summary>
    Tensor,

    /// <summary>Makes a tensor of a tensor.</summary>
    Parameter,

    /// <summary>Makes a tuple of a tuple.</summary>
    Size,

    /// <summary>Makes a tensor that is not read.</summary>
    ForeignTensor,

    /// <summary>The type of a storage.</summary>
    Storage,

    /// <summary>A name that stands for itself: a dtype, a layout.</summary>
    Name,

    /// <summary>Makes a value that is dropped, of plain values.</summary>
    Dropped,

    /// <summary>Makes an object that is dropped, with attributes.</summary>
    Object,
}

/// <summary>A global that a pickle may name. Nothing is behind it but what this program does for its kind.</summary>
internal sealed class PickleGlobal(GlobalKind kind, string name, ElementType? type, string? detail) : PickleValue
{
    public GlobalKind Kind => kind;

    public string Name => name;

    /// <summary>The elements of a storage type; null where they are not read.</summary>
    public ElementType? Type => type;

    /// <summary>What a foreign tensor is, or the elements of a foreign storage.</summary>
    public string Detail => detail ?? name;
}
