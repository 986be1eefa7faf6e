namespace ResNetGen.Training.Data;

/// <summary>The colours' principal components in ImageNet (Krizhevsky et al. 2012, section 4.1), of values in [0, 1]; the numbers are those of fb.resnet.torch.</summary>
internal static class ColorShift
{
    private const double Deviation = 0.1;

    private static readonly double[] Values = [0.2175, 0.0188, 0.0045];

    private static readonly double[][] Vectors =
    [
        [-0.5675, 0.7192, 0.4009],
        [-0.5808, -0.0045, -0.8140],
        [-0.5836, -0.6948, 0.4203],
    ];

    /// <summary>What is added to every pixel of a picture.</summary>
    public static (float Red, float Green, float Blue) Draw(ref RandomNumbers random)
    {
        Span<double> strengths = stackalloc double[3];
        for (var component = 0; component < 3; component++)
            strengths[component] = Deviation * random.Normal() * Values[component];
        return (Along(Vectors[0], strengths), Along(Vectors[1], strengths), Along(Vectors[2], strengths));
    }

    private static float Along(double[] vector, ReadOnlySpan<double> strengths) =>
        (float)((vector[0] * strengths[0]) + (vector[1] * strengths[1]) + (vector[2] * strengths[2]));
}
