using System.IO.Compression;
using Mono.Cecil;
using ResNetGen.Package.Tests.Support;

namespace ResNetGen.Package.Tests;

/// <summary>Another generator in the same project may carry another YamlDotNet.</summary>
public class TwoGeneratorTests(PackedHouse house)
{
    private const string OurParser = "ResNetGen.YamlDotNet";
    private const string TheirKey = "ec19458f3c15af5e";

    [Fact]
    public async Task Both_generators_work_in_one_compilation()
    {
        var consumer = Make("two generators", Consumer.Ours);
        var built = (await consumer.Build("User/User.csproj")).Succeeds();
        Assert.DoesNotContain(built.Lines, l => l.Contains(": warning ") && !l.Contains("OtherGenerator.csproj"));
        Assert.Equal(
            $"YamlDotNet, Version=11.0.0.0, Culture=neutral, PublicKeyToken={TheirKey}: 7, 22136 parameters",
            (await consumer.Dotnet("User/bin/Debug/net10.0/User.dll")).Succeeds().Output.TrimEnd());
    }

    // What the test above would say if we carried the parser as it comes: the other generator gets our version of it.
    [Fact]
    public async Task With_a_parser_of_the_same_name_the_other_generator_breaks()
    {
        const string analyzers = "analyzers/dotnet/roslyn4.8/cs/";
        var consumer = Make("two parsers", """
            <Reference Include="ResNetGen" HintPath="../ours/lib/netstandard2.0/ResNetGen.dll" />
            <AdditionalFiles Include="net.resnet.yaml" />
            <Analyzer Include="../plain/*.dll" />
            <PackageReference Include="YamlDotNet" Version="16.3.0" ExcludeAssets="all" GeneratePathProperty="true" />
            <Analyzer Include="$(PkgYamlDotNet)/lib/netstandard2.0/YamlDotNet.dll" />
            """);
        await ZipFile.ExtractToDirectoryAsync(house.PackageFile("ResNetGen"), consumer.PathOf("ours"), TestContext.Current.CancellationToken);
        Directory.CreateDirectory(consumer.PathOf("plain"));
        File.Copy(consumer.PathOf($"ours/{analyzers}ResNetGen.Generator.dll"), consumer.PathOf("plain/ResNetGen.Generator.dll"));
        UsePlainParser(consumer.PathOf($"ours/{analyzers}ResNetGen.Architecture.dll"), consumer.PathOf("plain/ResNetGen.Architecture.dll"));

        var built = await consumer.Build("User/User.csproj");
        Assert.Contains(built.Lines, l => l.Contains(" CS8785: ") && l.Contains("'Colours'"));
        Assert.NotEqual(0, built.ExitCode);
    }

    private static void UsePlainParser(string from, string to)
    {
        using var assembly = AssemblyDefinition.ReadAssembly(from);
        var parser = assembly.MainModule.AssemblyReferences.Single(r => r.Name == OurParser);
        parser.Name = "YamlDotNet";
        parser.PublicKeyToken = Convert.FromHexString(TheirKey);
        assembly.Write(to);
    }

    // A user's project with the other generator, built from its source, and ours, however it comes.
    private Consumer Make(string folder, string ours)
    {
        var consumer = new Consumer(house, folder).Copy("OtherGenerator", "OtherGenerator");
        consumer.Project("OtherGenerator/OtherGenerator.csproj", "netstandard2.0", """
            <LangVersion>latest</LangVersion>
            <ImplicitUsings>disable</ImplicitUsings>
            <CopyLocalLockFileAssemblies>true</CopyLocalLockFileAssemblies>
            """, """
            <PackageReference Include="Microsoft.CodeAnalysis.CSharp" Version="4.8.0" PrivateAssets="all" />
            <PackageReference Include="YamlDotNet" Version="11.2.1" />
            """);
        consumer.Project("User/User.csproj", "net10.0", "<OutputType>Exe</OutputType><SkipShim>true</SkipShim>", $"""
            {ours}
            <PackageReference Include="ResNetGen.LibTorch" Version="{PackedHouse.Version}" />
            <ProjectReference Include="../OtherGenerator/OtherGenerator.csproj" OutputItemType="Analyzer" ReferenceOutputAssembly="false" />
            <Analyzer Include="../OtherGenerator/bin/Debug/netstandard2.0/YamlDotNet.dll" />
            <AdditionalFiles Include="colours.yaml" />
            """);
        return consumer
            .Write("User/colours.yaml", "[Red, Green]\n")
            .Write("User/net.resnet.yaml", "stem: conv3x3\nstages:\n  - { blocks: 1, width: 16 }\n")
            .Write("User/Program.cs", """
                Console.WriteLine($"{Colours.Parser}: {Colours.Green}, {Net.Architecture.Parameters} parameters");

                [ResNetGen.ResNet("net.resnet.yaml")]
                public sealed partial class Net;
                """);
    }
}
