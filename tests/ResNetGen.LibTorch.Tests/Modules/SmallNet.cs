using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ResNetGen.LibTorch.Tests.Modules;

/// <summary>A network that registers its parts explicitly, as generated code does.</summary>
internal sealed class SmallNet : Module<Tensor, Tensor>
{
    private bool isRegistered;

    internal SmallNet()
        : base(nameof(SmallNet)) => RegisterComponents();

    internal Conv2d Conv1 { get; } = Conv2d(2, 3, 3, padding: 1, bias: false);

    internal BatchNorm2d Bn1 { get; } = BatchNorm2d(3);

    internal Block Layer1 { get; } = new();

    internal Linear Fc { get; } = Linear(3, 4);

    public override Tensor forward(Tensor input)
    {
        using var convolved = Conv1.call(input);
        using var normalised = Bn1.call(convolved);
        normalised.relu_();
        using var deep = Layer1.call(normalised);
        using var pooled = functional.adaptive_avg_pool2d(deep, 1);
        using var flat = pooled.flatten(1);
        return Fc.call(flat);
    }

    protected override void RegisterComponents()
    {
        if (isRegistered)
        {
            return;
        }

        isRegistered = true;
        register_module("conv1", Conv1);
        register_module("bn1", Bn1);
        register_module("layer1", Layer1);
        register_module("fc", Fc);
    }

    internal sealed class Block : Module<Tensor, Tensor>
    {
        private bool isRegistered;

        internal Block()
            : base(nameof(Block))
        {
        }

        internal Sequential Path { get; } = Sequential(("0", Conv2d(3, 3, 1)), ("relu", ReLU(inplace: true)), ("norm", BatchNorm2d(3)));

        public override Tensor forward(Tensor input)
        {
            var output = Path.call(input);
            output.add_(input);
            return output;
        }

        protected override void RegisterComponents()
        {
            if (!isRegistered)
            {
                isRegistered = true;
                register_module("path", Path);
            }
        }
    }
}
