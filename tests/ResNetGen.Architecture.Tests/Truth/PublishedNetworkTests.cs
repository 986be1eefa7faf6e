using ResNetGen.Architecture.Tests.Support;

namespace ResNetGen.Architecture.Tests.Truth;

public class PublishedNetworkTests
{
    public static TheoryData<string, string> Rows
    {
        get
        {
            var rows = new TheoryData<string, string>();
            foreach (var row in PublishedNetwork.All)
                rows.Add(row.Model, row.Input);

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Every_number_and_every_key_is_the_published_one(string model, string input)
    {
        var row = PublishedNetwork.Of(model, input);
        var measured = Measured.Of(SpecFolder.Compile(model, $"input: [{input.Replace('x', ',')}]"));
        var published = measured.Keys.ToDictionary(column => column, column => row[column]);

        // The 28 of this name counts two projections that lie on no main path; the row's other count does not.
        if (model == "cifar_wrn28_10")
        {
            Assert.Equal("28", published["named_depth"]);
            published["named_depth"] = published["main_path_layers"];
        }

        Assert.Equal(published.OrderBy(c => c.Key, StringComparer.Ordinal), measured);
    }

    [Fact]
    public void There_are_80_rows_and_one_network_has_two() =>
        Assert.Equal((80, 79), (PublishedNetwork.All.Count, PublishedNetwork.All.Select(n => n.Model).Distinct().Count()));

    [Fact]
    public void A_spec_declares_the_input_that_it_was_measured_with()
    {
        foreach (var models in PublishedNetwork.All.GroupBy(n => n.Model))
            Assert.Contains(SpecFolder.Compile(models.Key).Network.Input.ToString(), models.Select(n => n.Input));
    }

    [Fact]
    public void ResNet50_has_the_published_keys()
    {
        var published = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "truth", "keys", "resnet50@224.txt"));
        Assert.Equal(
            published.Order(StringComparer.Ordinal),
            SpecFolder.Compile("resnet50").Analysis.State.Select(Measured.Line).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_published_network_has_a_spec_and_every_other_spec_has_a_test_of_its_own() => Assert.Equal(
        PublishedNetwork.All.Select(n => n.Model).Distinct().Concat(NamedNetworkTests.Names).Order(StringComparer.Ordinal), SpecFolder.Names);

    [Fact]
    public void The_parts_add_up_to_the_whole()
    {
        var analysis = SpecFolder.Compile("resnet50").Analysis;
        Assert.Equal(6, analysis.Parts.Count);
        Assert.Equal(9_536, analysis.Parts[0].Parameters); // 3 x 64 x 7 x 7 + 2 x 64
        Assert.Equal(2_049_000, analysis.Parts[5].Parameters); // 2048 x 1000 + 1000
        Assert.Equal(2_048_000, analysis.Parts[5].Macs);
        Assert.Equal(analysis.Total, analysis.Parts.Aggregate((a, b) => a + b));
    }
}
