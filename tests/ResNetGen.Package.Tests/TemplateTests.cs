using ResNetGen.Package.Tests.Support;

namespace ResNetGen.Package.Tests;

/// <summary>dotnet new resnet, as installed from the package.</summary>
public class TemplateTests(PackedHouse house)
{
    [Fact]
    public async Task A_new_spec_and_its_class_build()
    {
        var consumer = new Consumer(house, "Vision");
        consumer.Project("Vision.csproj", "net10.0", "<SkipShim>true</SkipShim>", Consumer.OursAndBackend);
        (await consumer.Dotnet("restore")).Succeeds();
        var hive = Path.Combine(house.Folder, "templates");
        (await consumer.Dotnet("new", "install", house.PackageFile("ResNetGen.Templates"), "--debug:custom-hive", hive)).Succeeds();
        (await consumer.Dotnet("new", "resnet", "--name", "ResNet50", "--debug:custom-hive", hive)).Succeeds();
        (await consumer.Dotnet("new", "resnet", "--name", "34-layers", "--block", "basic", "--classes", "10", "--debug:custom-hive", hive)).Succeeds();

        var yaml = await File.ReadAllLinesAsync(consumer.PathOf("ResNet50.resnet.yaml"), TestContext.Current.CancellationToken);
        Assert.Equal("# yaml-language-server: $schema=obj/resnet.schema.json", yaml[0]);
        consumer.Write("Use.cs", """
            namespace Vision;

            /// <summary>Compiles where the two classes are what was asked for.</summary>
            public static class Use
            {
                private const int Fine = ResNet50.Architecture.Parameters == 25557032 && _34_layers.Architecture.Parameters == 21289802 ? 1 : 0;
                private const int DividesByZeroOtherwise = 1 / Fine;
            }
            """);
        var built = (await consumer.Build()).Succeeds();
        Assert.DoesNotContain(built.Lines, l => l.Contains(": warning "));

        // The modeline's file is there as soon as the package has one.
        var schema = Path.Combine(PackedHouse.Checkout, "specs", "resnet.schema.json");
        var copied = consumer.PathOf("obj/resnet.schema.json");
        Assert.Equal(File.Exists(schema), File.Exists(copied));
        Assert.True(!File.Exists(schema) || File.ReadAllText(schema) == File.ReadAllText(copied));
    }
}
