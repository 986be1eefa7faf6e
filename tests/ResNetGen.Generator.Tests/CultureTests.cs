using System.Globalization;
using ResNetGen.Generator.Tests.Support;

namespace ResNetGen.Generator.Tests;

/// <summary>What a machine's user calls a decimal point or a capital i reaches neither code nor messages.</summary>
public class CultureTests
{
    [Theory]
    [InlineData("fr-FR")]
    [InlineData("tr-TR")]
    public void Every_network_is_the_same_code_in_every_culture(string culture)
    {
        var project = Zoo.Project(Zoo.Names);
        var expected = project.Run().IsClean().Sources;
        Assert.Equal(expected, In(culture, project).Sources);
    }

    [Theory]
    [InlineData("fr-FR")]
    [InlineData("tr-TR")]
    public void Findings_are_the_same_words_in_every_culture(string culture)
    {
        var project = Project.Of("[ResNetGen.ResNet(\"net.resnet.yaml\")] partial class Net;")
            .WithSpec("/project/net.resnet.yaml", "BLOCK: basic\nstages: [{ blocks: 1, width: 100.5 }]\nhead: { dropout: 1.5 }\ninıt: DEFAULT\n");
        var expected = project.Run();
        Assert.True(expected.Diagnostics.Length >= 3);
        var messages = In(culture, project).Diagnostics.Select(d => d.GetMessage(CultureInfo.InvariantCulture));
        Assert.Equal(expected.Diagnostics.Select(d => d.GetMessage(CultureInfo.InvariantCulture)), messages);
    }

    private static GeneratorRun In(string name, Project project)
    {
        var (before, beforeUI) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new CultureInfo(name);
            // Without the culture's data this machine could not tell.
            Assert.True(1.5.ToString(CultureInfo.CurrentCulture) == "1,5", "this runtime knows no cultures: is ICU missing?");
            return project.Run();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (before, beforeUI);
        }
    }
}
