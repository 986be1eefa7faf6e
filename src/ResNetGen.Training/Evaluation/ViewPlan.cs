namespace ResNetGen.Training.Evaluation;

/// <summary>Every look that is taken at a picture, in order.</summary>
internal sealed class ViewPlan
{
    private static readonly CropPlace[] Five = [CropPlace.TopLeft, CropPlace.TopRight, CropPlace.BottomLeft, CropPlace.BottomRight, CropPlace.Center];

    /// <summary>Reads what a recipe says.</summary>
    /// <exception cref="ArgumentException">It contradicts itself.</exception>
    public ViewPlan(EvaluationView view)
    {
        if (view.Crop is <= 0)
            throw new ArgumentException($"evaluation: a crop of {view.Crop} pixels is no crop", nameof(view));

        foreach (var scale in view.Scales)
        {
            if (scale <= 0)
                throw new ArgumentException($"evaluation: a scale of {scale} pixels is no scale", nameof(view));

            if (scale < view.Crop)
                throw new ArgumentException($"evaluation: a shorter side of {scale} pixels has no room for a crop of {view.Crop}", nameof(view));
        }

        Crop = view.Crop;
        Views = [.. (view.Scales.Count == 0 ? [null] : view.Scales.Select(s => (int?)s)).SelectMany(s => At(s, view))];
        IsResizing = view.Scales.Count > 0;
        Growth = view.Scales.Count == 0 || view.Crop is not null ? 1 : Math.Pow((double)view.Scales.Max() / view.Scales.Min(), 2);
    }

    /// <summary>The looks; those at one scale lie side by side.</summary>
    public IReadOnlyList<View> Views { get; }

    /// <summary>The side of the squares; null for whole pictures.</summary>
    public int? Crop { get; }

    /// <summary>Whether pictures are resized.</summary>
    public bool IsResizing { get; }

    /// <summary>How many times the area of the smallest look the largest has.</summary>
    public double Growth { get; }

    /// <summary>Whether the network sees pictures of other sizes than one.</summary>
    public bool IsOfManySizes => Crop is null && IsResizing;

    /// <summary>How many pictures make a batch, so that the network's largest call is about as large as one of training.</summary>
    /// <param name="batchSize">Pictures of a step of training, in this process.</param>
    public int PicturesPerBatch(int batchSize) => Math.Max(1, (int)(batchSize / (Views.Count(v => v.Scale == Views[0].Scale) * Growth)));

    private static IEnumerable<View> At(int? scale, EvaluationView view)
    {
        switch (view.Crops)
        {
            case Crops.Center:
                return [new View(scale, view.Crop is null ? null : CropPlace.Center, Mirrored: false)];
            case Crops.Ten when view.Crop is null:
                throw new ArgumentException("evaluation: ten crops need the length of their side (crop)", nameof(view));
            case Crops.Ten:
                return Five.Select(p => new View(scale, p, Mirrored: false)).Concat(Five.Select(p => new View(scale, p, Mirrored: true)));
            case Crops.Whole when view.Crop is not null:
                throw new ArgumentException($"evaluation: whole pictures are not cropped, but a crop of {view.Crop} pixels is asked for", nameof(view));
            case Crops.Whole:
                return [new View(scale, null, Mirrored: false), new View(scale, null, Mirrored: true)];
            default:
                throw new ArgumentException($"evaluation: {view.Crops} is no way to crop", nameof(view));
        }
    }
}
