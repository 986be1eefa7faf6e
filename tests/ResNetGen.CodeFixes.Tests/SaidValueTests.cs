using ResNetGen.CodeFixes.Tests.Support;

namespace ResNetGen.CodeFixes.Tests;

/// <summary>RNG0011 and RNG1018 in an attribute: a name and a depth become what they can be.</summary>
public class SaidValueTests
{
    [Theory]
    [InlineData("RNG0011", "Name = /* a */ \"a b\" , N = 2", "\"a_b\"", "Name = /* a */ \"a_b\" , N = 2")]
    [InlineData("RNG0011", "Name = \"class\", N = 2", "\"_class\"", "Name = \"_class\", N = 2")]
    [InlineData("RNG1018", "Depth = 21", "20", "Depth = 20")]
    [InlineData("RNG1018", "Depth = 20 + 1, Classes = 3", "26", "Depth = 26, Classes = 3")]
    public void A_value_becomes_one_that_can_be(string id, string before, string value, string after) => Assert.Equal(
        $"[ResNetGen.ResNet({after})] partial class Net;",
        UserProject.Of($"[ResNetGen.ResNet({before})] partial class Net;").Fix(id, $"Change to {value}").Files["/project/Net.cs"]);
}
