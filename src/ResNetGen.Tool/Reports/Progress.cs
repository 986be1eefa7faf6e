using System.Globalization;
using ResNetGen.Tool.CommandLine;

namespace ResNetGen.Tool.Reports;

/// <summary>Says on a terminal how far long work has come: one line on standard error, gone at the end.</summary>
internal sealed class Progress : IDisposable
{
    private const long Every = 100;

    private readonly string _what;
    private readonly long _total;
    private long _shown = -Every;
    private int _percent = -1;

    private Progress(string what, long total) => (_what, _total) = (what, total);

    /// <summary>Starts work of a known size.</summary>
    /// <param name="what">What is being done.</param>
    /// <param name="total">Its size, in any unit.</param>
    public static Progress Of(string what, long total) => new(what, total);

    /// <summary>Does the same with each of several things; a signal ends it between two of them.</summary>
    public static List<TResult> Each<T, TResult>(IReadOnlyList<T> things, Func<T, string> name, Func<T, TResult> work)
    {
        var results = new List<TResult>(things.Count);
        foreach (var thing in things)
        {
            Interruption.Token.ThrowIfCancellationRequested();
            using (things.Count > 1 ? Line(string.Create(CultureInfo.InvariantCulture, $"{results.Count + 1} of {things.Count}: {name(thing)}")) : null)
                results.Add(work(thing));
        }

        return results;
    }

    /// <summary>Tells that so much of it is done.</summary>
    public void Report(long done)
    {
        var percent = _total <= 0 ? 100 : (int)(100.0 * done / _total);
        if (percent == _percent || Environment.TickCount64 - _shown < Every)
            return;

        (_percent, _shown) = (percent, Environment.TickCount64);
        Show(string.Create(CultureInfo.InvariantCulture, $"{_what}: {percent} %"));
    }

    public void Dispose() => Clear();

    private static Progress Line(string text)
    {
        Show(text);
        return new Progress(text, 0);
    }

    private static void Show(string text)
    {
        if (Terminal.ShowsProgress)
            Console.Error.Write($"\r\e[K{text} ...");
    }

    private static void Clear()
    {
        if (Terminal.ShowsProgress)
            Console.Error.Write("\r\e[K");
    }
}
