using ResNetGen.Weights.Tests.Support;

namespace ResNetGen.Weights.Tests.Loading;

public sealed class LoadTests
{
    [Fact]
    public void What_does_not_fit_is_listed_with_the_nearest_names_and_nothing_is_loaded()
    {
        using var net = States.Scrambled(new Cifar20());
        using var source = States.Scrambled(new Cifar20());
        var before = States.Of(net);
        var tensors = ModuleState.Tensors(source).Select(t => t.Name switch
        {
            "layer2.0.conv1.weight" => Renamed(t, "layer2.0.convl.weight"),
            "conv1.weight" => ArrayTensor.Float("conv1.weight", 16, 3, 5, 5),
            _ => t,
        }).ToList();
        var refused = Assert.Throws<CheckpointException>(() => net.LoadWeights(tensors));
        Assert.Equal(before, States.Of(net));
        Assert.Equal(["layer2.0.conv1.weight"], refused.Report!.Missing.Select(p => p.Name));
        Assert.Equal(["layer2.0.convl.weight"], refused.Report.Missing.Select(p => p.Nearest));
        Assert.Equal(["layer2.0.convl.weight"], refused.Report.Unexpected.Select(p => p.Name));
        Assert.Equal(["conv1.weight"], refused.Report.Mismatched.Select(p => p.Name));
        Assert.Contains("missing layer2.0.conv1.weight: [32, 16, 3, 3] float32; the nearest name is 'layer2.0.convl.weight'", refused.Message, StringComparison.Ordinal);
        Assert.Contains("mismatched conv1.weight: the network has [16, 3, 3, 3] float32, the file [16, 3, 5, 5] float32", refused.Message, StringComparison.Ordinal);

        // Loosely, names may be missing on both sides; sizes never differ.
        var loose = Assert.Throws<CheckpointException>(() => net.LoadWeights(tensors, new LoadOptions { Strict = false }));
        Assert.Equal(before, States.Of(net));
        Assert.Contains("1 mismatched", loose.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Loosely_what_fits_is_loaded_and_the_rest_is_told()
    {
        using var net = new Cifar20();
        using var source = States.Scrambled(new Cifar20());
        var kept = States.Of(net)[0];
        var report = net.LoadWeights([.. ModuleState.Tensors(source).Where(t => t.Name != "conv1.weight"), ArrayTensor.Float("extra", 2)], new LoadOptions { Strict = false });
        Assert.Equal([kept, .. States.Of(source).Skip(1)], States.Of(net));
        Assert.Equal(["conv1.weight"], report.Missing.Select(p => p.Name));
        Assert.Equal(["extra"], report.Unexpected.Select(p => p.Name));
    }

    [Fact]
    public void A_damaged_file_changes_nothing_even_where_the_damage_comes_late()
    {
        using var folder = new TemporaryFolder();
        using var source = States.Scrambled(new Cifar20());
        source.SaveWeights(folder["net.pth"]);
        var bytes = File.ReadAllBytes(folder["net.pth"]);
        var last = States.Bytes(ModuleState.Tensors(source)[^2]);
        var at = bytes.AsSpan().LastIndexOf(last);
        Assert.True(at > 0);
        bytes[at] ^= 1;
        File.WriteAllBytes(folder["net.pth"], bytes);
        using var net = States.Scrambled(new Cifar20());
        var before = States.Of(net);
        var refused = Assert.Throws<CheckpointException>(() => net.LoadWeights(folder["net.pth"]));
        Assert.Contains("CRC-32", refused.Message, StringComparison.Ordinal);
        Assert.StartsWith(folder["net.pth"] + ": ", refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, States.Of(net));
    }

    [Fact]
    public void A_head_of_other_classes_is_refused_ignored_or_resized_as_asked()
    {
        using var net = States.Scrambled(new Cifar20Of100());
        using var source = States.Scrambled(new Cifar20());
        var tensors = ModuleState.Tensors(source);
        var (weight, bias) = (net.Fc.weight!.cpu().clone(), net.Fc.bias!.cpu().clone());

        var refused = Assert.Throws<CheckpointException>(() => net.LoadWeights(tensors));
        Assert.Equal(["fc.weight", "fc.bias"], refused.Report!.Mismatched.Select(p => p.Name));
        Assert.Contains("ignored or resized when asked", refused.Message, StringComparison.Ordinal);

        var ignored = net.LoadWeights(tensors, new LoadOptions { IgnoreHead = true });
        Assert.DoesNotContain("fc.weight", ignored.Loaded);
        Assert.True(net.Fc.weight.Equals(weight) || net.Fc.weight.eq(weight).all().item<bool>());
        Assert.Equal(States.Of(source).SkipLast(2), States.Of(net).SkipLast(2));

        net.LoadWeights(tensors, new LoadOptions { ResizeHead = true });
        Assert.True(net.Fc.weight.narrow(0, 0, 10).eq(source.Fc.weight!).all().item<bool>());
        Assert.True(net.Fc.weight.narrow(0, 10, 90).eq(weight.narrow(0, 10, 90)).all().item<bool>());
        Assert.True(net.Fc.bias.narrow(0, 10, 90).eq(bias.narrow(0, 10, 90)).all().item<bool>());

        using var small = new Cifar20();
        var shrunk = small.LoadWeights(ModuleState.Tensors(net), new LoadOptions { ResizeHead = true });
        Assert.True(small.Fc.weight!.eq(net.Fc.weight.narrow(0, 0, 10)).all().item<bool>());
        Assert.Contains("head: 'fc.weight' takes 10 of the file's 100 classes; 0 of the network's keep what they have", shrunk.Notes);
    }

    [Fact]
    public void Only_the_head_may_differ_in_size()
    {
        using var net = new Cifar20();
        var tensors = ModuleState.Tensors(net).Select(t => t.Name == "bn1.weight" ? ArrayTensor.Float("bn1.weight", 8) : t).ToList();
        Assert.Throws<CheckpointException>(() => net.LoadWeights(tensors, new LoadOptions { ResizeHead = true, IgnoreHead = true, Strict = false }));
    }

    [Fact]
    public void The_prefix_of_data_parallel_training_goes_without_being_said_and_others_by_a_map()
    {
        using var source = States.Scrambled(new Cifar20());
        using var net = new Cifar20();
        var tensors = ModuleState.Tensors(source);
        var parallel = net.LoadWeights([.. tensors.Select(t => Renamed(t, "module." + t.Name))]);
        Assert.Equal(States.Of(source), States.Of(net));
        Assert.Contains("'module.' was taken off every name", parallel.Notes);

        using var other = new Cifar20();
        var report = other.LoadWeights(
            [.. tensors.Select(t => Renamed(t, "module.encoder." + t.Name)), ArrayTensor.Float("module.neck.0.weight", 3)],
            new LoadOptions { Prefixes = new Dictionary<string, string?> { ["module.encoder."] = "", ["module.neck."] = null } });
        Assert.Equal(States.Of(source), States.Of(other));
        Assert.Contains("1 tensors under 'module.neck.' were left out", report.Notes);

        // One name without it: then it is part of the names.
        Assert.Throws<CheckpointException>(() => net.LoadWeights([.. tensors.Select((t, i) => i == 0 ? t : Renamed(t, "module." + t.Name))]));
    }

    [Fact]
    public void Two_names_that_become_one_are_an_error()
    {
        using var net = new Cifar20();
        var tensors = ModuleState.Tensors(net);
        var refused = Assert.Throws<CheckpointException>(() => net.LoadWeights(
            [.. tensors, Renamed(tensors[0], "ema.conv1.weight")], new LoadOptions { Strict = false, Prefixes = new Dictionary<string, string?> { ["ema."] = "" } }));
        Assert.Contains("ema.conv1.weight: 'conv1.weight' becomes 'conv1.weight', too", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Counters_of_batches_may_be_missing_and_frozen_norms_do_without()
    {
        using var source = States.Scrambled(new Cifar20());
        using var net = new Cifar20();
        var report = net.LoadWeights([.. ModuleState.Tensors(source).Where(t => !t.Name.EndsWith("num_batches_tracked", StringComparison.Ordinal))]);
        Assert.Contains("21 counters of batches keep what they have: the file does not have them", report.Notes);

        using var frozen = new Cifar20Frozen();
        var left = frozen.LoadWeights(ModuleState.Tensors(source));
        Assert.Contains("21 counters of batches were left out: the network does not have them", left.Notes);
    }

    [Theory]
    [InlineData(ElementType.Float16)]
    [InlineData(ElementType.BFloat16)]
    [InlineData(ElementType.Float64)]
    public void Numbers_of_another_width_are_converted_and_that_is_told(ElementType type)
    {
        using var net = new Cifar20();
        var values = new[] { 0.5, -1.25, 3, 0.0078125 };
        var tensors = ModuleState.Tensors(net).Select(t => t.Name == "bn1.weight"
            ? type switch
            {
                ElementType.Float16 => ArrayTensor.Of("bn1.weight", type, t.Shape, [.. Enumerable.Range(0, 16).Select(i => (Half)values[i % 4])]),
                ElementType.BFloat16 => ArrayTensor.Of("bn1.weight", type, t.Shape, [.. Enumerable.Range(0, 16).Select(i => (ushort)(BitConverter.SingleToUInt32Bits((float)values[i % 4]) >> 16))]),
                _ => ArrayTensor.Of("bn1.weight", type, t.Shape, [.. Enumerable.Range(0, 16).Select(i => values[i % 4])]),
            }
            : t).ToList();
        var report = net.LoadWeights(tensors);
        Assert.Equal(Enumerable.Range(0, 16).Select(i => (float)values[i % 4]), net.Bn1.weight!.data<float>().ToArray());
        Assert.Contains($"1 tensors were converted from {type.Name()} to float32", report.Notes);
    }

    [Fact]
    public void Whole_numbers_are_no_weights()
    {
        using var net = new Cifar20();
        var tensors = ModuleState.Tensors(net).Select(t => t.Name == "bn1.weight" ? ArrayTensor.Of("bn1.weight", ElementType.Int32, t.Shape, new int[16]) : t).ToList();
        var refused = Assert.Throws<CheckpointException>(() => net.LoadWeights(tensors));
        Assert.Contains("bn1.weight: the network has float32, the file int32", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_there_is_an_error_of_input()
    {
        using var net = new Cifar20();
        Assert.Throws<FileNotFoundException>(() => net.LoadWeights("no-such-file.pth"));
    }

    private static Naming.RenamedTensor Renamed(CheckpointTensor tensor, string name) => new(tensor, name, tensor.Shape);
}
