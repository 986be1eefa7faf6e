using System.Runtime.CompilerServices;
using ResNetGen.Generator.Tests.Support;

namespace ResNetGen.Generator.Tests.Verification;

/// <summary>
/// Compares a run with the reviewed files in Snapshots: by ResNetGen.Testing, or by Verify on the very same files where the
/// build says <c>-p:Snapshots=Verify</c>.
/// </summary>
internal static class Reviewed
{
    private const string Folder = "Snapshots";

    /// <summary>Compares a run with the snapshots of the calling test.</summary>
    public static Task Verify(GeneratorRun run, [CallerMemberName] string test = "", [CallerFilePath] string file = "")
    {
#if VERIFY
        var settings = new VerifyTests.VerifySettings();
        settings.UseDirectory(Folder);
        // One test compares with another's files.
        settings.UseFileName(Path.GetFileNameWithoutExtension(file) + "." + test);
        settings.DisableRequireUniquePrefix();
        return VerifyXunit.Verifier.Verify(run.Made.Driver, settings, file);
#else
        Snapshots.Verify(run.Made, Folder, test: test, file: file);
        return Task.CompletedTask;
#endif
    }

#if VERIFY
    [ModuleInitializer]
    internal static void Initialize() => VerifyTests.VerifySourceGenerators.Initialize();
#endif
}
