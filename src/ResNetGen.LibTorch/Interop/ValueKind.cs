namespace ResNetGen.LibTorch.Interop;

/// <summary>What a <see cref="NativeValue"/> holds; the numbers are the shim's <c>RtKind</c>.</summary>
internal enum ValueKind
{
    None = 0,
    Int = 1,
    Double = 2,
    Bool = 3,
    Tensor = 4,
    IntList = 5,
    DoubleList = 6,
    BoolList = 7,
    TensorList = 8,
    String = 9,
    Device = 10,
    Generator = 11,
}
