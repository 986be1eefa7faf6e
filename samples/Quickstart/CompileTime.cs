using System.Runtime.CompilerServices;

namespace Quickstart;

/// <summary>Prints what the compiler made of the specs: files to read, and constants.</summary>
internal static class CompileTime
{
    public static void Report()
    {
        Console.WriteLine("Generated from the specs when this program was compiled:");
        GeneratedFile(typeof(ResNet50));
        GeneratedFile(typeof(CifarResNet20));

        Console.WriteLine();
        Console.WriteLine("Known since then, as constants:");
        Console.WriteLine($"  {"",-15}{"input",10}{"depth",7}{"parameters",13}{"multiply-adds",16}");
        Facts(nameof(ResNet50), ResNet50.Architecture.InputHeight, ResNet50.Architecture.Depth, ResNet50.Architecture.Parameters, ResNet50.Architecture.Macs);
        Facts(nameof(CifarResNet20), CifarResNet20.Architecture.InputHeight, CifarResNet20.Architecture.Depth, CifarResNet20.Architecture.Parameters, CifarResNet20.Architecture.Macs);
    }

    private static void GeneratedFile(Type network)
    {
        var folder = Path.Combine(ProjectFolder(), "obj", "generated");
        foreach (var file in Directory.EnumerateFiles(folder, network.FullName + ".g.cs", SearchOption.AllDirectories))
            Console.WriteLine($"  {network.Name,-15}{File.ReadLines(file).Count(),4} lines  {Path.GetRelativePath(Environment.CurrentDirectory, file)}");
    }

    private static void Facts(string network, int size, int depth, long parameters, long macs) =>
        Console.WriteLine($"  {network,-15}{$"{size} x {size}",10}{depth,7}{parameters,13:N0}{macs,16:N0}");

    private static string ProjectFolder([CallerFilePath] string thisFile = "") => Path.GetDirectoryName(thisFile)!;
}
