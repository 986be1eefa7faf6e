namespace ResNetGen.Training.Reports;

/// <summary>How a line of a chart is drawn.</summary>
public enum LineStyle
{
    /// <summary>Bold: what is measured, as test errors in the papers' figures.</summary>
    Bold,

    /// <summary>Thin.</summary>
    Thin,

    /// <summary>Thin and dashed: training errors in the papers' figures.</summary>
    Dashed,

    /// <summary>Thin, with a dot at each point.</summary>
    Dotted,
}
