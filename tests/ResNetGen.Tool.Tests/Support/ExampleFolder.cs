using System.Buffers.Binary;
using ResNetGen.Export;
using ResNetGen.Tool.Specs;
using ResNetGen.Weights;

namespace ResNetGen.Tool.Tests;

/// <summary>A folder as the help's examples expect it: a spec, one that stands on it, weights of both, and two short runs.</summary>
internal sealed class ExampleFolder : IDisposable
{
    public const string Spec = "my-net.resnet.yaml";
    public const string Weights = "my-net.safetensors";

    private readonly TemporaryFolder _folder = new();

    public ExampleFolder()
    {
        _folder.Write(Spec, "name: my_net\ninput: [3, 32, 32]\nstem: conv3x3\nstages: [{ blocks: 2, width: 8 }, { blocks: 1, width: 16 }]\nhead: { classes: 4 }\n");
        _folder.Write("ten-classes.resnet.yaml", "# resnetgen: disable RNG1022\nextends: my-net.resnet.yaml\nhead: { classes: 10 }\n");
        WriteWeights(Spec, Weights, seed: 0);
        WriteWeights("ten-classes.resnet.yaml", "a.safetensors", seed: 0);
        WriteWeights("ten-classes.resnet.yaml", "b.safetensors", seed: 5);
        WriteRun("plain", "0.5");
        WriteRun("residual", "0.25");
    }

    public string Path => _folder.Path;

    public void Dispose() => _folder.Dispose();

    private void WriteWeights(string spec, string file, int seed) => CheckpointWriter.Write(
        System.IO.Path.Combine(Path, file),
        ExpectedState.Of(SpecLoader.LoadAll([System.IO.Path.Combine(Path, spec)], input: null)[0]).Select((e, i) => new CountedTensor(e, i + seed)),
        metadata: new Dictionary<string, string>(StringComparer.Ordinal) { ["trained"] = "never" });

    // What a run of two steps, measured after the second, leaves behind for reports.
    private void WriteRun(string name, string error)
    {
        var folder = Directory.CreateDirectory(System.IO.Path.Combine(Path, "runs", name)).FullName;
        var measured = $$"""{ "step": 2, "epoch": 1, "part": "test", "images": 16, "loss": 1.5, "top1Error": {{error}}, "top5Error": 0.125 }""";
        File.WriteAllText(
            System.IO.Path.Combine(folder, "run.json"),
            $$"""
            {
              "network": "{{name}}", "spec": null, "depth": 20, "parameters": 12345, "macs": 67890, "recipe": "short", "device": "cpu", "processes": 1,
              "trainingImages": 32, "validationImages": 0, "testImages": 16, "steps": 2, "stepsPerEpoch": 2, "state": "completed", "step": 2,
              "elapsedSeconds": 61.5, "last": [{{measured}}], "best": {{measured}}
            }

            """);
        File.WriteAllText(
            System.IO.Path.Combine(folder, "history.csv"),
            "step,epoch,loss,error,learning_rate,images_per_second,wait_share,elapsed_seconds\n1,0,2.5,0.75,0.1,100,0,30\n2,0,2.25,0.625,0.1,100,0,60\n");
        File.WriteAllText(
            System.IO.Path.Combine(folder, "evaluations.csv"), $"step,epoch,part,images,loss,top1_error,top5_error\n2,1,test,16,1.5,{error},0.125\n");
    }

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
