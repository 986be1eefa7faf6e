using System.Text.RegularExpressions;
using ResNetGen.Architecture.Diagnostics;
using ResNetGen.Architecture.Tests.Support;
using ResNetGen.Package.Tests.Support;

namespace ResNetGen.Package.Tests;

/// <summary>Every diagnostic reaches the user of the package: at the place, with the words, that its page quotes.</summary>
public partial class DiagnosticTests(PackedHouse house)
{
    // A failure of ResNetGen itself: no spec or class provokes it, so it cannot be shown from outside.
    private const string FailureOfOurs = "RNG0000";
    private const string NoTorch = "RNG2009";
    private const string OldLanguage = "RNG2011";

    [Fact]
    public async Task Every_diagnostic_fires_in_a_build_as_its_page_says()
    {
        var consumer = new Consumer(house, "mistakes");
        var expected = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var page in Page.All.Where(p => p.Id != FailureOfOurs))
        {
            var folder = $"{ProjectOf(page)}/{page.Id}";
            foreach (var (path, text) in page.Wrong.Where(f => f.Path != "*.csproj"))
                consumer.Write($"{folder}/{path}", text.Replace("namespace Demo;", $"namespace {page.Id};"));

            // A spec alone is compiled for a class.
            if (page.Wrong.All(f => f.Path != Page.SourcePath))
                consumer.Write($"{folder}/{Page.SourcePath}", $"namespace {page.Id};\n[ResNetGen.ResNet(\"{Page.SpecPath}\")]\npublic partial class Net;\n");
            // The page's only absolute paths are those of its project.
            var message = page.Message!.Replace("/project/", consumer.PathOf(folder) + "/");
            expected.Add(consumer.PathOf($"{folder}/{message}"));
        }

        // Nothing runs here: the shim is not needed. One project can hold all but what depends on the project itself.
        const string properties = "<SkipShim>true</SkipShim>";
        consumer.Project("Specs/Specs.csproj", "net10.0", properties, Consumer.OursAndBackend);
        consumer.Project("Classes/Classes.csproj", "net10.0", properties, Consumer.OursAndBackend);
        consumer.Project("NoTorch/NoTorch.csproj", "net10.0", "", Consumer.Ours);
        consumer.Project("OldLanguage/OldLanguage.csproj", "net10.0", properties + "<LangVersion>9</LangVersion><ImplicitUsings>disable</ImplicitUsings>", Consumer.OursAndBackend);
        consumer.Write("All.slnx", """
            <Solution>
              <Project Path="Specs/Specs.csproj" />
              <Project Path="Classes/Classes.csproj" />
              <Project Path="NoTorch/NoTorch.csproj" />
              <Project Path="OldLanguage/OldLanguage.csproj" />
            </Solution>
            """);

        var result = await consumer.Build("All.slnx");
        Assert.Equal(1, result.ExitCode);
        var said = result.Lines.Where(l => Ours().IsMatch(l)).Select(WithoutProjectAndLink).ToHashSet(StringComparer.Ordinal);
        var wrong = expected.Except(said).Select(l => "missing: " + l).Concat(said.Except(expected).Select(l => "unexpected: " + l)).ToList();
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        // One mistake stays one: the compiler has nothing to add about a class that got no network.
        Assert.DoesNotContain(result.Lines, l => Compilers().IsMatch(l));
    }

    [Fact]
    public void Every_page_but_that_of_a_failure_of_ours_has_an_example()
    {
        Assert.True(Page.All.Count > 50);
        Assert.Equal([FailureOfOurs], Page.All.Where(p => p.Message is null || p.Wrong.Count == 0).Select(p => p.Id));
    }

    private static string ProjectOf(Page page) => page.Id switch
    {
        NoTorch => "NoTorch",
        OldLanguage => "OldLanguage",
        // The attribute's path could be that of any spec of the others.
        _ when page.Wrong.Any(f => f.Path == Page.SourcePath) => "Classes",
        _ => "Specs",
    };

    // The compiler puts the link to the page behind the message, MSBuild the project behind that.
    private static string WithoutProjectAndLink(string line)
    {
        line = line[..line.LastIndexOf(" [", StringComparison.Ordinal)];
        var link = $" ({HelpLinks.Of(Id().Match(line).Value)})";
        Assert.EndsWith(link, line, StringComparison.Ordinal);
        return line[..^link.Length];
    }

    [GeneratedRegex(@"RNG\d{4}", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Id();

    [GeneratedRegex(@"\): (error|warning) RNG\d{4}: ", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Ours();

    [GeneratedRegex(@": (error|warning) (CS|AD|MSB|NETSDK)\d{4}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Compilers();
}
