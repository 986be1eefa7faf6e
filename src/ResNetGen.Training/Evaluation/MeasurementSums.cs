using ResNetGen.Training.Distributed;
using static TorchSharp.torch;

namespace ResNetGen.Training.Evaluation;

/// <summary>What a measurement adds up.</summary>
internal sealed class MeasurementSums
{
    private double _images;
    private double _loss;
    private double _top1Wrong;
    private double _top5Wrong;

    /// <summary>Counts every picture of a batch.</summary>
    public void Add(PredictionSums predictions, Func<int, int> label)
    {
        for (var picture = 0; picture < predictions.Count; picture++)
        {
            if (predictions.Has(picture))
                Add(predictions, picture, label(picture));
        }
    }

    /// <summary>Adds what the other processes counted; every process calls it.</summary>
    public void AddOthers(IProcessGroup group, Device device)
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        var sums = tensor(new[] { _images, _loss, _top1Wrong, _top5Wrong }).to(device);
        group.Sum(sums);
        var all = sums.cpu().data<double>().ToArray();
        (_images, _loss, _top1Wrong, _top5Wrong) = (all[0], all[1], all[2], all[3]);
    }

    /// <summary>The means.</summary>
    public Measurement Means() => new((int)_images, _loss / _images, _top1Wrong / _images, _top5Wrong / _images);

    private void Add(PredictionSums predictions, int picture, int label)
    {
        _images++;
        _loss += predictions.Loss(picture);
        _top1Wrong += predictions.IsAmongFirst(picture, label, 1) ? 0 : 1;
        _top5Wrong += predictions.IsAmongFirst(picture, label, 5) ? 0 : 1;
    }
}
