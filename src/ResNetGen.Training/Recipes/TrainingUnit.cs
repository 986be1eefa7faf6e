namespace ResNetGen.Training;

/// <summary>What a run is counted in.</summary>
public enum TrainingUnit
{
    /// <summary>Steps of one batch.</summary>
    Iterations,

    /// <summary>Times through the training pictures.</summary>
    Epochs,
}
