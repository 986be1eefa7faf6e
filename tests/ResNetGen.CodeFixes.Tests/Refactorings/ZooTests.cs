using ResNetGen.CodeFixes.Tests.Support;

namespace ResNetGen.CodeFixes.Tests.Refactorings;

/// <summary>Every published network: from its file to the attribute, and from there to a file of its own.</summary>
public class ZooTests
{
    public static TheoryData<string> Names => [.. Zoo.Names];

    [Theory, MemberData(nameof(Names))]
    public void A_spec_is_the_same_network_in_the_attribute_and_in_a_new_file(string name)
    {
        var project = Zoo.Project(name);
        var said = project.Turn(project.ToAttribute());
        Assert.NotEmpty(said.Sources);
        Assert.DoesNotContain("resnet.yaml", said.Files["/project/Net.cs"], StringComparison.Ordinal);
        Assert.Equal(project.Files.Keys, said.Files.Keys);

        var moved = said.Turn(said.ToSpec());
        Assert.Equal(project.Files["/project/Net.cs"].Replace(name, "Net"), moved.Files["/project/Net.cs"]);
        Assert.Equal(said.Files["/project/Net.cs"], moved.Apply(moved.ToAttribute()!).Files["/project/Net.cs"]);
        Assert.All(said.Files["/project/Net.cs"].Split('\n'), line => Assert.True(line.Length <= 120, line));
    }
}
