using System.Text.RegularExpressions;
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
        foreach (var page in DiagnosticPage.All.Where(p => p.Id != FailureOfOurs))
        {
            var folder = $"{ProjectOf(page.Id)}/{page.Id}";
            foreach (var (path, text) in page.Files)
                consumer.Write($"{folder}/{path}", text.Replace("namespace Demo;", $"namespace {page.Id};"));
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
        var said = result.Lines.Where(l => Ours().IsMatch(l)).Select(WithoutProject).ToHashSet(StringComparer.Ordinal);
        Assert.Equal("", string.Join('\n', expected.Except(said).Select(l => "missing: " + l).Concat(said.Except(expected).Select(l => "unexpected: " + l))));
        // One mistake stays one: the compiler has nothing to add about a class that got no network.
        Assert.DoesNotContain(result.Lines, l => Compilers().IsMatch(l));
    }

    [Fact]
    public void Every_page_but_that_of_a_failure_of_ours_has_an_example()
    {
        Assert.True(DiagnosticPage.All.Count > 50);
        Assert.Equal([FailureOfOurs], DiagnosticPage.All.Where(p => p.Message is null || p.Files.Count == 0).Select(p => p.Id));
    }

    private static string ProjectOf(string id) => id switch
    {
        NoTorch => "NoTorch",
        OldLanguage => "OldLanguage",
        // The attribute's path could be that of any spec of the others.
        _ when id.StartsWith("RNG2", StringComparison.Ordinal) => "Classes",
        _ => "Specs",
    };

    private static string WithoutProject(string line) => line[..line.LastIndexOf(" [", StringComparison.Ordinal)];

    [GeneratedRegex(@"\): (error|warning) RNG\d{4}: ", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Ours();

    [GeneratedRegex(@": (error|warning) (CS|AD|MSB|NETSDK)\d{4}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Compilers();
}
