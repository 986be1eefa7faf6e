namespace ResNetGen.Training.Tests;

public sealed class RecipeTests
{
    [Fact]
    public void Lengths_in_epochs_are_multiplied_by_the_epochs_steps() =>
        Assert.Equal((782L, 782L), (TrainingLength.Epochs(2).Steps(391), TrainingLength.Iterations(782).Steps(391)));
}
