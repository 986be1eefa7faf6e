namespace ResNetGen.Package.Tests.Support;

/// <summary>A folder outside the checkout with projects of a user, who knows nothing but the packages.</summary>
internal sealed class Consumer
{
    private readonly PackedHouse _house;

    public Consumer(PackedHouse house, string name)
    {
        _house = house;
        Folder = Path.Combine(house.Folder, name);
        Directory.CreateDirectory(Folder);
        // The usual sources stay: everything but our packages comes from them.
        Write("nuget.config", $"""
            <configuration>
              <packageSources>
                <add key="packed" value="{house.Packages}" />
              </packageSources>
            </configuration>
            """);
        // Nothing above this folder has a say.
        Write("Directory.Build.props", "<Project />");
        Write("Directory.Build.targets", "<Project />");
        Write("Directory.Packages.props", "<Project />");
    }

    public string Folder { get; }

    public static string Ours => $"""
        <PackageReference Include="ResNetGen" Version="{PackedHouse.Version}" />
        """;

    public static string OursAndBackend => $"""
        {Ours}
        <PackageReference Include="ResNetGen.LibTorch" Version="{PackedHouse.Version}" />
        """;

    public static string OursBackendAndWeights => $"""
        {OursAndBackend}
        <PackageReference Include="ResNetGen.Weights" Version="{PackedHouse.Version}" />
        """;

    public string PathOf(string file) => Path.Combine(Folder, file);

    public Consumer Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(file))!);
        File.WriteAllText(PathOf(file), text.ReplaceLineEndings("\n"));
        return this;
    }

    /// <summary>Writes a project: its framework, further properties, its items.</summary>
    public Consumer Project(string file, string framework, string properties, string items) => Write(file, $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>{framework}</TargetFramework>
            <RestorePackagesPath>{_house.Restored}</RestorePackagesPath>
            <ImplicitUsings>enable</ImplicitUsings>
            <Nullable>enable</Nullable>
            {properties}
          </PropertyGroup>
          <ItemGroup>
            {items}
          </ItemGroup>
        </Project>
        """);

    /// <summary>Copies one of this test project's Projects.</summary>
    public Consumer Copy(string projectFolder, string to = "")
    {
        var from = Path.Combine(AppContext.BaseDirectory, "Projects", projectFolder);
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
            Write(Path.Combine(to, Path.GetRelativePath(from, file)), File.ReadAllText(file));
        return this;
    }

    public Task<CommandResult> Dotnet(params string[] arguments) => CommandLine.Run(Folder, "dotnet", arguments);

    public Task<CommandResult> Build(params string[] arguments) => Dotnet(["build", "--nologo", .. arguments]);
}
