using ResNetGen.Package.Tests.Support;

namespace ResNetGen.Package.Tests;

/// <summary>The package for users' own tests, in a project that has nothing else of this repository.</summary>
public class TestingTests(PackedHouse house)
{
    [Fact]
    public async Task A_users_test_runs_the_generator_and_compares_with_reviewed_files()
    {
        var consumer = new Consumer(house, "testing").Write("Program.cs", """
            using ResNetGen.Testing;

            var made = GeneratorProject.OfSpec(args[0]).Generate();
            foreach (var found in made.Diagnostics)
                Console.WriteLine(found);

            try
            {
                made.IsClean().Compiles();
                Snapshots.Verify(made, "Snapshots", test: "Net");
                Console.WriteLine("as reviewed");
            }
            catch (Exception e) when (e is SnapshotException or GenerationException)
            {
                Console.WriteLine(e.GetType().Name);
            }
            """);
        consumer.Project("Testing.csproj", "net10.0", "<OutputType>Exe</OutputType><SkipShim>true</SkipShim>", $"""
            {Consumer.OursAndBackend}
            <PackageReference Include="ResNetGen.Testing" Version="{PackedHouse.Version}" />
            <Compile Remove="Snapshots/**" />
            """);
        (await consumer.Build()).Succeeds();

        // New, then accepted, then as reviewed, then another network, then none.
        Assert.Equal("SnapshotException", await Says(consumer, "stages: [{ blocks: 1 }]"));
        foreach (var received in Directory.GetFiles(consumer.PathOf("Snapshots"), "*.received.*"))
            File.Move(received, received.Replace(".received.", ".verified.", StringComparison.Ordinal));

        Assert.NotEmpty(Directory.GetFiles(consumer.PathOf("Snapshots"), "*.verified.cs"));
        Assert.Equal("as reviewed", await Says(consumer, "stages: [{ blocks: 1 }]"));
        Assert.Equal("SnapshotException", await Says(consumer, "stages: [{ blocks: 2 }]"));
        Assert.StartsWith("/project/Net.resnet.yaml(1,20): error RNG0008: ", await Says(consumer, "stages: [{ blocks: 0 }]"), StringComparison.Ordinal);
    }

    private static async Task<string> Says(Consumer consumer, string spec) =>
        (await consumer.Dotnet("run", "--no-build", "--", spec)).Succeeds().Lines[0];
}
