using Xunit;

namespace ResNetGen.Oracle.Tests;

/// <summary>The folder that run.sh makes: torchvision's results, and the report of what was found.</summary>
internal static class OracleFolder
{
    private const string Variable = "RESNETGEN_ORACLE";
    private const string ReportName = "report.txt";

    /// <summary>Returns the path of a file of torchvision's results; the test fails where there is none.</summary>
    public static string Path(string name)
    {
        var path = System.IO.Path.Combine(Root, name);
        Assert.True(File.Exists(path), $"{path} is missing: make.py did not write it");
        return path;
    }

    /// <summary>Returns the path of a file to be written.</summary>
    public static string NewPath(string name) => System.IO.Path.Combine(Root, name);

    /// <summary>Adds a line to the report that run.sh prints.</summary>
    public static void Report(string line) => File.AppendAllText(NewPath(ReportName), line + "\n");

    public static string Root
    {
        get
        {
            var folder = Environment.GetEnvironmentVariable(Variable);
            Assert.False(string.IsNullOrEmpty(folder), $"{Variable} names no folder: run these tests by ./build.sh oracle");
            return folder;
        }
    }
}
