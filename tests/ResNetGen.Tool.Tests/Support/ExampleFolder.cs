using System.Buffers.Binary;
using ResNetGen.Export;
using ResNetGen.Tool.Specs;
using ResNetGen.Weights;

namespace ResNetGen.Tool.Tests;

/// <summary>A folder as the help's examples expect it: a spec, one that stands on it, and weights of the first.</summary>
internal sealed class ExampleFolder : IDisposable
{
    public const string Spec = "my-net.resnet.yaml";
    public const string Weights = "my-net.safetensors";

    private readonly TemporaryFolder _folder = new();

    public ExampleFolder()
    {
        _folder.Write(Spec, "name: my_net\ninput: [3, 32, 32]\nstem: conv3x3\nstages: [{ blocks: 2, width: 8 }, { blocks: 1, width: 16 }]\nhead: { classes: 4 }\n");
        _folder.Write("ten-classes.resnet.yaml", "# resnetgen: disable RNG1022\nextends: my-net.resnet.yaml\nhead: { classes: 10 }\n");
        CheckpointWriter.Write(
            System.IO.Path.Combine(Path, Weights),
            ExpectedState.Of(SpecLoader.LoadAll([System.IO.Path.Combine(Path, Spec)], input: null)[0]).Select((e, i) => new CountedTensor(e, i)),
            metadata: new Dictionary<string, string>(StringComparer.Ordinal) { ["trained"] = "never" });
    }

    public string Path => _folder.Path;

    public void Dispose() => _folder.Dispose();

    /// <summary>A tensor whose elements follow from their places.</summary>
    private sealed class CountedTensor(ExpectedTensor expected, int number) : CheckpointTensor(expected.Name, expected.Type, expected.Shape)
    {
        protected override void ReadElements(long start, Span<byte> destination)
        {
            var size = Type.Size();
            for (var i = 0; i < destination.Length / size; i++)
            {
                var value = (((start + i) * 7) + number) % 33 / 32.0;
                if (Type == ElementType.Int64)
                    BinaryPrimitives.WriteInt64LittleEndian(destination[(i * size)..], number);
                else
                    BinaryPrimitives.WriteSingleLittleEndian(destination[(i * size)..], (float)value);
            }
        }
    }
}
