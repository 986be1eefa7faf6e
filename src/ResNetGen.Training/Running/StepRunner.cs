using ResNetGen.Training.Data;
using ResNetGen.Training.Distributed;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace ResNetGen.Training;

/// <summary>Does a step: forward, loss, backward, update.</summary>
internal sealed class StepRunner : IDisposable
{
    private readonly nn.Module<Tensor, Tensor> _network;
    private readonly Recipe _recipe;
    private readonly Device _device;
    private readonly IProcessGroup? _group;
    private readonly SGD _optimizer;
    private readonly IReadOnlyList<Parameter> _parameters;
    private readonly IGradientReduction? _reduction;
    private readonly RecomputingStep? _recompute;

    public StepRunner(nn.Module<Tensor, Tensor> network, Recipe recipe, Device device, SGD optimizer, IProcessGroup? group, bool recomputesBlocks = false)
    {
        (_network, _recipe, _device, _optimizer, _group) = (network, recipe, device, optimizer, group);
        _recompute = recomputesBlocks ? Recomputing.Of(network) : null;
        _parameters = [.. network.parameters().Where(p => p.requires_grad)];
        _reduction = group?.ReduceGradients(_parameters);
    }

    /// <summary>The parameters that learn.</summary>
    public IReadOnlyList<Parameter> Parameters => _parameters;

    /// <summary>Learns from a batch; its numbers stay on the device, waited for by none.</summary>
    /// <param name="step">Steps done before.</param>
    /// <param name="batch">The pictures of this process.</param>
    /// <param name="rate">The learning rate.</param>
    /// <param name="stop">Whether this process was asked to end; all processes see it in the step's numbers.</param>
    public StepNumbers Step(long step, Batch batch, double rate, bool stop)
    {
        using var scope = NewDisposeScope();
        using (manual_seed(StepSeed.Of(_recipe.Seed, step, _group?.Rank ?? 0)))
        {
        }

        var (images, labels) = OnDevice(batch);
        StepNumbers? numbers = null;
        if (_recompute is not null)
            _recompute(images, Loss, _recipe.Precision == Precision.Float32 ? null : () => Backend.Autocast(_recipe.Precision, _device)!);
        else
            Loss(Logits(images)).backward();

        _reduction?.AfterBackward();
        ParameterGroups.SetRate(_optimizer, rate);
        _optimizer.step();
        return numbers!;

        // Ready to go backward.
        Tensor Loss(Tensor logits)
        {
            (var loss, numbers) = LossOf(logits, labels, batch.Indices.Count, stop);
            Backend.ClearGradients(_optimizer, _parameters);
            _reduction?.BeforeBackward();
            return loss;
        }
    }

    public void Dispose()
    {
        _reduction?.Dispose();
        Backend.ClearGradients(_optimizer, _parameters);
    }

    private (Tensor Images, Tensor Labels) OnDevice(Batch batch)
    {
        var (images, labels) = _device.type == TorchSharp.DeviceType.CPU
            ? (batch.Images, batch.Labels)
            : (batch.Images.to(_device), batch.Labels.to(_device));
        return (_recipe.ChannelsLast ? Backend.ChannelsLast(images) : images, labels);
    }

    private Tensor Logits(Tensor images)
    {
        using var autocast = Backend.Autocast(_recipe.Precision, _device);
        return _network.call(images);
    }

    private (Tensor Loss, StepNumbers Numbers) LossOf(Tensor logits, Tensor labels, int count, bool stop)
    {
        if (logits.dtype != ScalarType.Float32)
            logits = logits.to_type(ScalarType.Float32);

        var loss = nn.functional.cross_entropy(logits, labels, label_smoothing: _recipe.LabelSmoothing);
        var numbers = Numbers(loss, logits, labels, count, stop);

        // Of the whole batch's mean: what each process finds is weighed by its share of the pictures, and added.
        if (numbers.All is { } all)
            loss = loss.mul(all[2].reciprocal().mul(count).to_type(ScalarType.Float32));

        return (loss, numbers);
    }

    private StepNumbers Numbers(Tensor loss, Tensor logits, Tensor labels, int count, bool stop)
    {
        using var _ = no_grad();
        var wrong = logits.detach().argmax(1).ne(labels).sum();
        var value = loss.detach();
        if (_group is null)
            return new StepNumbers(value.DetachFromDisposeScope(), wrong.DetachFromDisposeScope(), null, count);

        // Sum of losses, wrong, all, asked to end.
        var numbers = tensor(new double[] { 0, 0, count, stop ? 1 : 0 }, device: _device);
        numbers[0].add_(value.to_type(ScalarType.Float64).mul(count));
        numbers[1].add_(wrong);
        _group.Sum(numbers);
        return new StepNumbers(null, null, numbers.DetachFromDisposeScope(), count);
    }
}
