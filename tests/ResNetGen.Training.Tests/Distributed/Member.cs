using System.Diagnostics;
using System.Text;

namespace ResNetGen.Training.Tests.Distributed;

/// <summary>One process of a <see cref="Crew"/>.</summary>
internal sealed class Member : IDisposable
{
    // Far beyond what anything here takes, also on a busy machine.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly Process _process;
    private readonly StringBuilder _errors = new();

    internal Member(ProcessStartInfo start)
    {
        _process = Process.Start(start)!;
        _process.ErrorDataReceived += (_, line) =>
        {
            lock (_errors)
            {
                _errors.AppendLine(line.Data);
            }
        };
        _process.OutputDataReceived += (_, _) => { };
        _process.BeginErrorReadLine();
        _process.BeginOutputReadLine();
    }

    internal string Errors
    {
        get
        {
            lock (_errors)
            {
                return _errors.ToString();
            }
        }
    }

    internal int ExitCode => _process.ExitCode;

    internal bool HasExited => _process.HasExited;

    internal void Wait()
    {
        Assert.True(_process.WaitForExit(Patience), $"process {_process.Id} does not end: {Errors}");
        _process.WaitForExit();
    }

    internal void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            Kill();
        }

        _process.Dispose();
    }
}
