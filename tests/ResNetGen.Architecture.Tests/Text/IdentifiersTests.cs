using ResNetGen.Architecture.Text;

namespace ResNetGen.Architecture.Tests.Text;

public class IdentifiersTests
{
    [Theory]
    [InlineData("ResNet50", true)]
    [InlineData("_", true)]
    [InlineData("größe", true)]
    [InlineData("模型2", true)]
    [InlineData("var", true)]
    [InlineData("record", true)]
    [InlineData("", false)]
    [InlineData("2fast", false)]
    [InlineData("class", false)]
    [InlineData("@class", false)]
    [InlineData("a b", false)]
    [InlineData("a-b", false)]
    [InlineData("a\"b", false)]
    [InlineData("a\n", false)]
    [InlineData("a.b", false)]
    [InlineData("😀", false)]
    public void Knows_what_may_name_a_class(string text, bool valid) => Assert.Equal(valid, Identifiers.IsValid(text));

    [Fact]
    public void A_name_has_a_limit()
    {
        Assert.True(Identifiers.IsValid(new string('a', Identifiers.MaximumLength)));
        Assert.False(Identifiers.IsValid(new string('a', Identifiers.MaximumLength + 1)));
    }

    [Theory]
    [InlineData("resnet50", "resnet50")]
    [InlineData("resnet-50 (mine)", "resnet_50__mine_")]
    [InlineData("3d", "_3d")]
    [InlineData("class", "_class")]
    [InlineData("", "_")]
    public void Makes_an_identifier_of_anything(string text, string name)
    {
        Assert.Equal(name, Identifiers.From(text));
        Assert.True(Identifiers.IsValid(Identifiers.From(text)));
        Assert.True(Identifiers.IsValid(Identifiers.From(new string('9', 1000))));
    }
}
