// Prints the whole state dict and a forward pass of each network, in a way that two programs can be compared by.
using System.Globalization;
using App;
using ResNetGen.Weights;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
Show(() => new ResNet50(), ResNet50.Architecture.Parameters);
Show(() => new Attentive(), Attentive.Architecture.Parameters);
Show(() => new SmallPreact(), SmallPreact.Architecture.Parameters);

static void Show<T>(Func<T> create, long parameters)
    where T : Module<Tensor, Tensor>
{
    torch.manual_seed(20151210);
    using var net = create();
    net.eval();
    var state = net.state_dict();
    Console.WriteLine($"{typeof(T).Name}: {state.Count} entries, {net.parameters().Sum(p => p.numel())} parameters, {parameters} as compiled");
    foreach (var (key, tensor) in state)
    {
        using var numbers = tensor.to(float32);
        using var sum = numbers.sum();
        Console.WriteLine($"{key}:{string.Join(',', tensor.shape)} {sum.ToSingle():R}");
    }

    using var _ = torch.no_grad();
    using var picture = torch.randn(1, 3, 64, 64);
    using var logits = net.call(picture);
    Console.WriteLine($"logits {string.Join(',', logits.shape)}: {string.Join(' ', logits.data<float>().Take(10).Select(v => v.ToString("R")))}");

    foreach (var ending in new[] { "pth", "safetensors", "dat" })
    {
        var file = Path.Combine(AppContext.BaseDirectory, $"{typeof(T).Name}.{ending}");
        net.SaveWeights(file);
        using var other = create();
        var report = other.LoadWeights(file, strict: true);
        var same = other.state_dict().All(e => e.Value.eq(state[e.Key]).all().item<bool>());
        Console.WriteLine($"{ending}: {report.Loaded.Count} tensors, {report.Bytes} bytes, {(same ? "the same" : "others")}");
        File.Delete(file);
    }
}
