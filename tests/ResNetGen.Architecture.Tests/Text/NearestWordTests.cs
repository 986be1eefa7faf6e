using ResNetGen.Architecture.Text;

namespace ResNetGen.Architecture.Tests.Text;

public class NearestWordTests
{
    private static readonly string[] Words = ["block", "blocks", "groups", "stages", "stride", "stride_placement", "width", "width_per_group"];

    [Theory]
    [InlineData("blok", "block")]
    [InlineData("blcoks", "blocks")]
    [InlineData("BLOCK", "block")]
    [InlineData("stride_placment", "stride_placement")]
    [InlineData("witdh", "width")]
    [InlineData("w", null)]
    [InlineData("", null)]
    [InlineData("dropout", null)]
    public void Finds_what_was_most_likely_meant(string typed, string? meant) => Assert.Equal(meant, NearestWord.Find(typed, Words));

    [Fact]
    public void A_hint_ends_a_message_or_is_nothing()
    {
        Assert.Equal("; did you mean 'width'?", NearestWord.Hint("widt", Words));
        Assert.Equal("", NearestWord.Hint("xyzzy", Words));
        Assert.Equal("", NearestWord.Hint("width", []));
    }

    [Fact]
    public void A_monster_is_no_burden() => Assert.Null(NearestWord.Find(new string('x', 250_000), Words));
}
