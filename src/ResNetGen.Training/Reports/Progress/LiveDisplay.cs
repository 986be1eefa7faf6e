using System.Globalization;
using Spectre.Console;

namespace ResNetGen.Training.Reports.Progress;

/// <summary>Progress at a terminal: one line that changes in its place, and above it the lines that stay.</summary>
/// <remarks>It is drawn by the run's own thread and hides no cursor: a process that is killed leaves the terminal as it was.</remarks>
internal sealed class LiveDisplay : IProgressDisplay
{
    private const int BarWidth = 20;
    private const long EveryMilliseconds = 100;
    private const string Wipe = "\r\e[K";

    private static readonly Style Faint = new(decoration: Decoration.Dim);
    private static readonly Style Done = new(Color.Aqua);
    private static readonly Style Good = new(Color.Green);
    private static readonly Style Strong = new(decoration: Decoration.Bold);

    private readonly TextWriter _output;
    private readonly IAnsiConsole _console;
    private readonly Func<int>? _width;
    private long _drawn = -EveryMilliseconds;
    private bool _hasLine;

    /// <summary>Draws at a terminal.</summary>
    /// <param name="output">The terminal.</param>
    /// <param name="width">Its width in characters, asked for at every line; null asks the terminal.</param>
    public LiveDisplay(TextWriter output, Func<int>? width = null)
    {
        _output = output;
        _width = width;
        _console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.Yes,
            ColorSystem = ColorSystemSupport.Standard,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(output),
        });
        _console.Profile.Capabilities.Unicode = HasUnicode;
    }

    public void Open(string recipe, IReadOnlyList<(string Name, string Value)> facts)
    {
        _console.Profile.Width = Width;
        _console.Write(new Panel(new Text(recipe.TrimEnd('\n')))
        {
            Header = new PanelHeader(" recipe "),
            Border = HasUnicode ? BoxBorder.Rounded : BoxBorder.Ascii,
            BorderStyle = Faint,
            Padding = new Padding(1, 0),
        });
        var grid = new Grid().AddColumn(new GridColumn { NoWrap = true, Padding = new Padding(2, 0, 2, 0) }).AddColumn(new GridColumn { Padding = new Padding(0, 0) });
        foreach (var (name, value) in facts)
            grid.AddRow(new Text(name, Faint), new Text(value));

        _console.Write(grid);
        _output.Write('\n');
        _output.Flush();
    }

    public void Show(RunStarted run, StepReport step, double loss, double error)
    {
        // The last step's line is drawn in any case.
        var now = Environment.TickCount64;
        if (now - _drawn < EveryMilliseconds && step.Step < run.Steps)
            return;

        _drawn = now;
        _hasLine = true;
        _output.Write(Wipe);
        Draw(Bar((double)step.Step / run.Steps), ProgressText.Parts(run, step, loss, error));
        _output.Flush();
    }

    public void Keep(IReadOnlyList<(string Name, string Value)> measured, bool isBest)
    {
        WipeLine();
        Draw([], isBest ? [.. measured, ("", "best so far")] : measured);
        _output.Write('\n');
        _output.Flush();
        // What the next step draws takes the line's place.
        _drawn = -EveryMilliseconds;
    }

    public void Close(string end)
    {
        WipeLine();
        _output.Write(end + "\n");
        _output.Flush();
    }

    /// <summary>What is said after a run that failed stands on a line of its own.</summary>
    public void Dispose()
    {
        if (_hasLine)
            _output.Write('\n');

        _hasLine = false;
        _output.Flush();
    }

    private static bool HasUnicode => Console.OutputEncoding.CodePage is 65001 or 1200;

    private int Width
    {
        get
        {
            try
            {
                return Math.Max(20, (_width?.Invoke() ?? Console.WindowWidth) - 1);
            }
            catch (IOException)
            {
                return 79;
            }
        }
    }

    private void WipeLine()
    {
        if (_hasLine)
            _output.Write(Wipe);

        _hasLine = false;
    }

    // Parts that have no room are left out, the last first.
    private void Draw(IReadOnlyList<(string Text, Style Style)> head, IReadOnlyList<(string Name, string Value)> parts)
    {
        var room = Width;
        var line = new Paragraph();
        foreach (var (text, style) in head)
        {
            line.Append(text, style);
            room -= text.Length;
        }

        var isFirst = head.Count == 0;
        foreach (var (name, value) in parts)
        {
            var needed = (isFirst ? 0 : 2) + name.Length + (name.Length > 0 ? 1 : 0) + value.Length;
            if (needed > room)
                break;

            room -= needed;
            line.Append((isFirst ? "" : "  ") + name + (name.Length > 0 ? " " : ""), Faint);
            line.Append(value, name.Length == 0 ? Good : name is "loss" or "error" or "top-1 error" ? Strong : Style.Plain);
            isFirst = false;
        }

        _console.Profile.Width = Width + 1;
        _console.Write(line);
    }

    private static IReadOnlyList<(string Text, Style Style)> Bar(double done)
    {
        var (full, empty) = HasUnicode ? ('━', '─') : ('#', '-');
        var filled = (int)(BarWidth * Math.Clamp(done, 0, 1));
        return
        [
            (new string(full, filled), Done),
            (new string(empty, BarWidth - filled), Faint),
            (" " + ((int)(100 * done)).ToString(CultureInfo.InvariantCulture).PadLeft(3) + " %", Strong),
        ];
    }
}
