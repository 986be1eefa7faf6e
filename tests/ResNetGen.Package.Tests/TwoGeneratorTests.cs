using ResNetGen.Package.Tests.Support;

namespace ResNetGen.Package.Tests;

/// <summary>Another generator in the same project may carry another YamlDotNet.</summary>
public class TwoGeneratorTests(PackedHouse house)
{
    [Fact]
    public async Task Both_generators_work_in_one_compilation()
    {
        var consumer = Make("two generators");
        var built = (await consumer.Build("User/User.csproj")).Succeeds();
        Assert.DoesNotContain(built.Lines, l => l.Contains(": warning ") && !l.Contains("OtherGenerator.csproj"));
        Assert.Equal(
            "YamlDotNet, Version=11.0.0.0, Culture=neutral, PublicKeyToken=ec19458f3c15af5e: Red, 22136 parameters",
            (await consumer.Dotnet("User/bin/Debug/net10.0/User.dll")).Succeeds().Output.TrimEnd());
    }

    private Consumer Make(string folder)
    {
        var consumer = new Consumer(house, folder);
        foreach (var file in new[] { "Colours.cs" })
            consumer.Write("OtherGenerator/" + file, File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Projects", "OtherGenerator", file)));
        consumer.Project("OtherGenerator/OtherGenerator.csproj", "netstandard2.0", """
            <LangVersion>latest</LangVersion>
            <ImplicitUsings>disable</ImplicitUsings>
            <CopyLocalLockFileAssemblies>true</CopyLocalLockFileAssemblies>
            """, """
            <PackageReference Include="Microsoft.CodeAnalysis.CSharp" Version="4.8.0" PrivateAssets="all" />
            <PackageReference Include="YamlDotNet" Version="11.2.1" />
            """);
        consumer.Project("User/User.csproj", "net10.0", "<OutputType>Exe</OutputType><SkipShim>true</SkipShim>", $"""
            {Consumer.OursAndBackend}
            <ProjectReference Include="../OtherGenerator/OtherGenerator.csproj" OutputItemType="Analyzer" ReferenceOutputAssembly="false" />
            <Analyzer Include="../OtherGenerator/bin/Debug/netstandard2.0/YamlDotNet.dll" />
            <AdditionalFiles Include="colours.yaml" />
            """);
        return consumer
            .Write("User/colours.yaml", "[Red, Green]\n")
            .Write("User/net.resnet.yaml", "stem: conv3x3\nstages:\n  - { blocks: 1, width: 16 }\n")
            .Write("User/Program.cs", """
                Console.WriteLine($"{Colours.Parser}: {Colours.Red}, {Net.Architecture.Parameters} parameters");

                [ResNetGen.ResNet("net.resnet.yaml")]
                public sealed partial class Net;
                """);
    }
}
