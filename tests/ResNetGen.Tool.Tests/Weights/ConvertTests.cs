using ResNetGen.Weights;
using Xunit;

namespace ResNetGen.Tool.Tests.Weights;

public sealed class ConvertTests
{
    [Fact]
    public void Every_tensor_is_the_same_after_all_formats()
    {
        using var folder = new ExampleFolder();

        var result = Shell.Run(
            folder.Path,
            "resnetgen weights convert my-net.safetensors a.pth && resnetgen weights convert a.pth b.dat && resnetgen weights convert b.dat c.bin --to safetensors");

        Assert.Equal((0, ""), (result.ExitCode, result.Output));
        Assert.Contains("the metadata (trained) has no place in this format", result.Error, StringComparison.Ordinal);
        Assert.Equal(Content(folder, ExampleFolder.Weights), Content(folder, "c.bin"));
        using var last = Checkpoint.Open(Path.Combine(folder.Path, "c.bin"));
        Assert.Equal(CheckpointFormat.SafeTensors, last.Format);
    }

    [Fact]
    public void Metadata_stays_where_the_format_has_a_place_for_it()
    {
        using var folder = new ExampleFolder();

        Assert.Equal(0, Shell.Run(folder.Path, "resnetgen weights convert my-net.safetensors b.safetensors --dtype bfloat16").ExitCode);

        using var copy = Checkpoint.Open(Path.Combine(folder.Path, "b.safetensors"));
        Assert.Equal("never", copy.Metadata["trained"]);
        Assert.All(copy.Tensors, t => Assert.Equal(t.Name.EndsWith("tracked", StringComparison.Ordinal) ? ElementType.Int64 : ElementType.BFloat16, t.Type));
    }

    [Fact]
    public void Names_go_to_another_code_base_and_back()
    {
        using var folder = new ExampleFolder();

        var result = Shell.Run(
            folder.Path,
            "resnetgen init mm --from resnet50c && sed -i 's/^input:.*/input: [3, 64, 64]/; s/width: /width: 1/' mm.resnet.yaml"
            + " && resnetgen weights convert my-net.safetensors mm.safetensors --naming mmdet && resnetgen weights convert mm.safetensors tv.safetensors --naming torchvision");

        Assert.Equal((0, ""), (result.ExitCode, result.Output));
        Assert.Equal(Content(folder, ExampleFolder.Weights), Content(folder, "tv.safetensors"));
    }

    [Fact]
    public void A_prefix_is_cut_off_and_the_network_s_order_taken()
    {
        using var folder = new ExampleFolder();
        using (var original = Checkpoint.Open(Path.Combine(folder.Path, ExampleFolder.Weights)))
            CheckpointWriter.Write(Path.Combine(folder.Path, "p.pth"), original.Tensors.Reverse().Select(t => new Prefixed(t)));

        var result = Shell.Run(folder.Path, "resnetgen weights convert p.pth n.pth --strip-prefix encoder. --spec my-net.resnet.yaml");

        Assert.Equal((0, ""), (result.ExitCode, result.Output));
        Assert.Equal(Content(folder, ExampleFolder.Weights), Content(folder, "n.pth"));
    }

    [Fact]
    public void What_does_not_fit_the_network_is_refused_and_nothing_written()
    {
        using var folder = new ExampleFolder();

        var result = Shell.Run(folder.Path, "resnetgen weights convert my-net.safetensors n.pth --spec ten-classes.resnet.yaml");

        Assert.Equal(
            new ToolResult(4, "", "resnetgen: 'my-net.safetensors' does not fit ten_classes: 2 mismatched; 'resnetgen weights verify' lists them\n"), result);
        Assert.False(File.Exists(Path.Combine(folder.Path, "n.pth")));
    }

    [Fact]
    public void A_folder_that_is_not_there_is_named()
    {
        using var folder = new ExampleFolder();

        var result = Shell.Run(folder.Path, "resnetgen weights convert my-net.safetensors nowhere/n.pth");

        Assert.Equal(new ToolResult(5, "", "resnetgen: 'nowhere/n.pth' cannot be written: there is no folder 'nowhere'\n"), result);
    }

    [Fact]
    public void A_file_may_be_converted_in_place()
    {
        using var folder = new ExampleFolder();
        var before = Content(folder, ExampleFolder.Weights);

        var result = Shell.Run(folder.Path, "resnetgen weights convert my-net.safetensors my-net.safetensors");

        Assert.Equal((0, ""), (result.ExitCode, result.Output));
        Assert.Equal(before, Content(folder, ExampleFolder.Weights));
    }

    private static List<string> Content(ExampleFolder folder, string file)
    {
        using var checkpoint = Checkpoint.Open(Path.Combine(folder.Path, file));
        return
        [
            .. checkpoint.Tensors.Select(t =>
            {
                var bytes = new byte[t.ByteLength];
                t.Read(0, bytes);
                return $"{t.Name} {t.Type} {string.Join(',', t.Shape)} {Convert.ToHexString(bytes)}";
            }),
        ];
    }

    private sealed class Prefixed(CheckpointTensor tensor) : CheckpointTensor("encoder." + tensor.Name, tensor.Type, tensor.Shape)
    {
        protected override void ReadElements(long start, Span<byte> destination) => tensor.Read(start, destination);
    }
}
