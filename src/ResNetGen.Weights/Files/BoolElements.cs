namespace ResNetGen.Weights.Files;

/// <summary>Booleans of a file: another byte than 0 and 1 has no meaning, and what computes with it may do anything.</summary>
internal static class BoolElements
{
    /// <summary>Checks elements that were just read, where the tensor is one of booleans.</summary>
    /// <exception cref="CheckpointException">A byte is neither 0 nor 1.</exception>
    public static void Check(CheckpointTensor tensor, long start, ReadOnlySpan<byte> elements)
    {
        if (tensor.Type != ElementType.Bool)
            return;

        var wrong = elements.IndexOfAnyExceptInRange((byte)0, (byte)1);
        if (wrong >= 0)
            throw new CheckpointException($"tensor {Quoted.Name(tensor.Name)}: element {start + wrong} is the byte {elements[wrong]}, and a bool is 0 or 1");
    }
}
