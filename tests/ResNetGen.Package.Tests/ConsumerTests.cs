using Mono.Cecil;
using ResNetGen.Package.Tests.Support;

namespace ResNetGen.Package.Tests;

/// <summary>A user's project, outside the checkout, with nothing but the packages.</summary>
public class ConsumerTests(PackedHouse house, ConsumerTests.ManagedApp app) : IClassFixture<ConsumerTests.ManagedApp>
{
    // Of torchvision's resnet50: 161 parameters, and three entries of each of its 53 norms that are none.
    private const string ResNet50 = "ResNet50: 320 entries, 25557032 parameters, 25557032 as compiled";

    [Fact]
    public void A_clean_project_builds_and_runs()
    {
        Assert.Equal(ResNet50, app.Said.Lines[0]);
        Assert.Equal("conv1.weight:64,3,7,7", app.Said.Lines[1].Split(' ')[0]);
        Assert.Contains(app.Said.Lines[1..321], l => l.StartsWith("fc.bias:1000 ", StringComparison.Ordinal));
        Assert.StartsWith("logits 1,1000: ", app.Said.Lines[321], StringComparison.Ordinal);
        Assert.Equal(3, app.Said.Lines.Count(l => l.Contains(" entries, ")));
        Assert.Equal(["pth", "safetensors", "dat"], app.Said.Lines[322..325].Select(l => l.Split(':')[0]));
        Assert.All(app.Said.Lines[322..325], l => Assert.EndsWith(": 320 tensors, 102441032 bytes, the same", l, StringComparison.Ordinal));
    }

    [Fact]
    public void The_packages_are_those_of_this_checkout()
    {
        foreach (var id in new[] { "ResNetGen", "ResNetGen.LibTorch" })
        {
            var name = id.ToLowerInvariant();
            var restored = Path.Combine(house.Restored, name, PackedHouse.Version, $"{name}.{PackedHouse.Version}.nupkg");
            Assert.Equal(File.ReadAllBytes(house.PackageFile(id)), File.ReadAllBytes(restored));
        }
    }

    [Fact]
    public void Nothing_of_the_generator_is_needed_when_the_program_runs()
    {
        var output = Directory.GetFiles(app.Output, "*.dll").Select(Path.GetFileName);
        Assert.Equal(["App.dll", "ResNetGen.LibTorch.dll", "ResNetGen.Weights.dll", "ResNetGen.dll", "System.IO.Hashing.dll"], output.Order(StringComparer.Ordinal));
        using var program = AssemblyDefinition.ReadAssembly(Path.Combine(app.Output, "App.dll"));
        // The attribute is not kept: what stays is what ToInference takes.
        Assert.Equal(
            ["ResNetGen.InferenceOptions", "ResNetGen.InferencePrecision"],
            program.MainModule.GetTypeReferences().Where(t => t.Scope.Name == "ResNetGen").Select(t => t.FullName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_program_published_by_native_aot_has_the_full_state_dict_and_gives_the_same_output()
    {
        var consumer = new Consumer(house, "aot").Copy("App");
        consumer.Project("App.csproj", "net8.0", """
            <OutputType>Exe</OutputType>
            <InvariantGlobalization>true</InvariantGlobalization>
            <PublishAot>true</PublishAot>
            <TrimmerSingleWarn>false</TrimmerSingleWarn>
            <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
            """, Consumer.OursBackendAndWeights);

        var published = await consumer.Dotnet("publish", "--nologo", "--runtime", "linux-x64", "--output", "published");
        published.Succeeds();
        Assert.DoesNotContain(published.Lines, l => l.Contains(": warning ") || l.Contains("error"));
        Assert.False(File.Exists(consumer.PathOf("published/App.dll")));

        var said = await CommandLine.Run(consumer.Folder, consumer.PathOf("published/App"));
        Assert.Equal(app.Said.Output, said.Succeeds().Output);
    }

    [Fact]
    public async Task Generated_code_is_the_same_in_another_folder()
    {
        var consumer = ManagedApp.Consumer(house, "another folder, with a longer name");
        (await consumer.Build("-p:SkipShim=true")).Succeeds();
        var (here, there) = (Generated(app.Folder), Generated(consumer.Folder));
        Assert.Equal(["App.Attentive.g.cs", "App.ResNet50.g.cs", "App.SmallPreact.g.cs"], here.Keys);
        Assert.Equal(here, there);
    }

    [Fact]
    public async Task Specs_can_be_left_out_and_listed_by_hand()
    {
        var consumer = new Consumer(house, "by hand")
            .Write("Net.cs", "[ResNetGen.ResNet(\"net.resnet.yaml\")]\npublic partial class Net;\n")
            .Write("net.resnet.yaml", "stages:\n  - { blocks: 1 }\n")
            .Write("draft.resnet.yaml", "blok: basic\n");
        const string off = "<SkipShim>true</SkipShim><EnableDefaultResNetSpecs>false</EnableDefaultResNetSpecs>";
        consumer.Project("Net.csproj", "net10.0", off, Consumer.OursAndBackend);
        Assert.Contains((await consumer.Build()).Lines, l => l.StartsWith(consumer.PathOf("Net.cs(1,19): error RNG2004: no spec file"), StringComparison.Ordinal));

        consumer.Project("Net.csproj", "net10.0", off, Consumer.OursAndBackend + "<AdditionalFiles Include=\"net.resnet.yaml\" />");
        (await consumer.Build()).Succeeds();
    }

    [Fact]
    public async Task A_compiler_that_is_too_old_for_the_generator_is_an_error()
    {
        var consumer = new Consumer(house, "old compiler").Project("Old.csproj", "net10.0", "", Consumer.Ours);
        var built = await consumer.Build("-p:CompilerApiVersion=roslyn4.7");
        Assert.Equal(1, built.ExitCode);
        Assert.Contains(built.Lines, l => l.Contains("error : ResNetGen needs the compiler of .NET SDK 8.0.100 or newer; this one is roslyn4.7."));
    }

    private static SortedDictionary<string, string> Generated(string folder) => new(
        Directory.GetFiles(Path.Combine(folder, "generated"), "App.*.g.cs", SearchOption.AllDirectories)
            .ToDictionary(f => Path.GetFileName(f), f => Convert.ToHexString(File.ReadAllBytes(f))),
        StringComparer.Ordinal);

    /// <summary>The program of Projects/App, built and run once.</summary>
    public sealed class ManagedApp(PackedHouse house) : IAsyncLifetime
    {
        internal string Folder { get; private set; } = "";

        internal string Output => Path.Combine(Folder, "bin", "Release", "net10.0");

        internal CommandResult Said { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            var consumer = Consumer(house, "app");
            Folder = consumer.Folder;
            var built = await consumer.Build("--configuration", "Release");
            Assert.DoesNotContain(built.Succeeds().Lines, l => l.Contains(": warning "));
            Said = (await consumer.Dotnet(Path.Combine(Output, "App.dll"))).Succeeds();
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;

        internal static Consumer Consumer(PackedHouse house, string folder)
        {
            var consumer = new Consumer(house, folder).Copy("App");
            consumer.Project("App.csproj", "net10.0", """
                <OutputType>Exe</OutputType>
                <EmitCompilerGeneratedFiles>true</EmitCompilerGeneratedFiles>
                <CompilerGeneratedFilesOutputPath>generated</CompilerGeneratedFilesOutputPath>
                <DefaultItemExcludes>$(DefaultItemExcludes);generated/**</DefaultItemExcludes>
                """, $"""
                <PackageReference Include="ResNetGen" Version="{PackedHouse.Version}" />
                <PackageReference Include="ResNetGen.LibTorch" Version="{PackedHouse.Version}" />
                <PackageReference Include="ResNetGen.Weights" Version="{PackedHouse.Version}" />
                """);
            // What a build leaves behind is no spec of the project's.
            return consumer.Write("bin/left.resnet.yaml", "no: spec\n").Write("obj/left.resnet.yaml", "no: spec\n");
        }
    }
}
