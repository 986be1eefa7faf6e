using System.Runtime.InteropServices;
using ResNetGen.Tool.Reports;

namespace ResNetGen.Tool.CommandLine;

/// <summary>Ends the command when Ctrl+C or a signal asks for it, without half a file and without a trace.</summary>
internal static class Interruption
{
    // Torch cannot be asked to stop: what has not ended by then is ended.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>What the user is told.</summary>
    public const string Message = "resnetgen: interrupted";

    private static readonly CancellationTokenSource Source = new();
    private static volatile string? s_awaited;

    /// <summary>Asks work to end early.</summary>
    public static CancellationToken Token => Source.Token;

    /// <summary>The exit code that the signal asked for.</summary>
    public static int Code { get; private set; } = ExitCode.Interrupted;

    /// <summary>Starts to listen, until what is returned is disposed.</summary>
    public static IDisposable Watch()
    {
        var watched = new List<PosixSignalRegistration>
        {
            PosixSignalRegistration.Create(PosixSignal.SIGINT, c => End(c, 2)),
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, c => End(c, 15)),
            PosixSignalRegistration.Create(PosixSignal.SIGHUP, c => End(c, 1)),
        };
        return new Registrations(watched);
    }

    /// <summary>Lets work that ends by itself take its time after the first signal, until what is returned is disposed; a second signal ends at once.</summary>
    /// <param name="told">What the user is told after the first.</param>
    public static IDisposable Await(string told)
    {
        s_awaited = told;
        return new Awaited();
    }

    private static void End(PosixSignalContext context, int signal)
    {
        context.Cancel = true;
        Code = 128 + signal;
        if (Source.IsCancellationRequested)
            Leave();

        Source.Cancel();
        if (s_awaited is { } told)
        {
            Console.Error.WriteLine((Terminal.ShowsProgress ? "\n" : "") + "resnetgen: " + told);
            return;
        }

        new Thread(() =>
        {
            Thread.Sleep(Patience);
            Leave();
        })
        { IsBackground = true }.Start();
    }

    private static void Leave()
    {
        OutputFile.DeleteTemporary();
        Console.Error.WriteLine(Message);
        // Torch's threads may be at work: no destructor may run beneath them.
        if (OperatingSystem.IsWindows())
            Environment.Exit(Code);
        else
            ExitNow(Code);
    }

    [DllImport("libc", EntryPoint = "_exit")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern void ExitNow(int status);

    private sealed class Awaited : IDisposable
    {
        public void Dispose() => s_awaited = null;
    }

    private sealed class Registrations(List<PosixSignalRegistration> watched) : IDisposable
    {
        public void Dispose() => watched.ForEach(w => w.Dispose());
    }
}
