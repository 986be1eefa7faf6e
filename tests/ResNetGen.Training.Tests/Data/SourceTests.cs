using ResNetGen.Training.Data;

namespace ResNetGen.Training.Tests.Data;

public sealed class SourceTests
{
    [Fact]
    public void Synthetic_pictures_are_the_same_every_time_balanced_and_never_shared_by_training_and_test()
    {
        var first = ImageSources.Open("synthetic:200,100");
        var second = ImageSources.Open("synthetic:200,100");
        Assert.Equal(Pictures(first.Training), Pictures(second.Training));
        Assert.Equal((200, 100, 10), (first.Training.Count, first.Test!.Count, first.Training.Classes.Count));
        Assert.All(Enumerable.Range(0, 200).GroupBy(first.Training.Label), group => Assert.Equal(20, group.Count()));
        Assert.Equal(300, Pictures(first.Training).Concat(Pictures(first.Test)).Distinct().Count());
    }

    [Fact]
    public void A_larger_synthetic_set_begins_with_the_smaller_one() =>
        Assert.Equal(Pictures(ImageSources.Open("synthetic:50,1").Training), Pictures(ImageSources.Open("synthetic:80,1").Training).Take(50));

    [Theory]
    [InlineData("synthetic:")]
    [InlineData("synthetic:10")]
    [InlineData("synthetic:0,10")]
    [InlineData("synthetic:10,-1")]
    [InlineData("synthetic:10,1000001")]
    public void Counts_of_synthetic_pictures_must_be_counts(string text) =>
        Assert.Contains("should be 'synthetic:TRAIN,TEST' with two counts from 1 to 1000000", Assert.Throws<ArgumentException>(() => ImageSources.Open(text)).Message);

    [Fact]
    public void What_is_held_back_follows_from_the_seed()
    {
        var source = ImageSources.Open("synthetic:100,1").Training;
        var (training, validation) = DataSplit.Hold(source, 20, 7);
        var again = DataSplit.Hold(source, 20, 7).Validation!;
        var other = DataSplit.Hold(source, 20, 8).Validation!;
        Assert.Equal((80, 20), (training.Count, validation!.Count));
        Assert.Equal(Pictures(source).Order(), Pictures(training).Concat(Pictures(validation)).Order());
        Assert.Equal(Pictures(validation), Pictures(again));
        Assert.NotEqual(Pictures(validation), Pictures(other));
        Assert.Equal((source, null), DataSplit.Hold(source, 0, 7));
        Assert.Equal(source.Describe(99), Enumerable.Range(0, 80).Select(training.Describe).Concat(Enumerable.Range(0, 20).Select(validation.Describe)).Single(text => text.EndsWith(" 99", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(100)]
    public void All_pictures_cannot_be_held_back(int count) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => DataSplit.Hold(ImageSources.Open("synthetic:100,1").Training, count, 1));

    private static IEnumerable<string> Pictures(IImageSource source) =>
        Enumerable.Range(0, source.Count).Select(index => $"{source.Label(index)} {Convert.ToHexString(source.Read(index).Pixels)}");
}
