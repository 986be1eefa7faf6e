namespace ResNetGen.Training.Language;

/// <summary>The schedules' words.</summary>
internal enum ScheduleKind
{
    /// <summary><see cref="ConstantSchedule"/>.</summary>
    Constant,

    /// <summary><see cref="StepSchedule"/>.</summary>
    Steps,

    /// <summary><see cref="PlateauSchedule"/>.</summary>
    Plateau,

    /// <summary><see cref="CosineSchedule"/>.</summary>
    Cosine,
}
