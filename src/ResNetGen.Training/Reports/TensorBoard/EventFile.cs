using System.Buffers.Binary;
using System.Globalization;

namespace ResNetGen.Training.Reports.TensorBoard;

/// <summary>An event file of TensorBoard: records of <c>length, its checksum, an Event message, its checksum</c>.</summary>
/// <remarks>Messages and field numbers are those of TensorFlow's event.proto and summary.proto.</remarks>
internal sealed class EventFile : IDisposable
{
    private const string Prefix = "events.out.tfevents.";
    private const int TextType = 7;
    private const int SessionStart = 1;

    // Written to the file after so many bytes; else when asked to.
    private const int BufferSize = 1 << 16;

    private readonly FileStream _file;
    private readonly TimeProvider _clock;

    private EventFile(FileStream file, TimeProvider clock) => (_file, _clock) = (file, clock);

    /// <summary>The event files that a folder has.</summary>
    public static IEnumerable<string> Files(string folder) => Directory.EnumerateFiles(folder, Prefix + "*");

    /// <summary>Begins a file that TensorBoard reads after those that the folder has.</summary>
    public static EventFile Create(string folder, TimeProvider clock)
    {
        // Files are read in the order of their names: ten digits of seconds.
        var last = Files(folder)
            .Select(f => long.TryParse(Path.GetFileName(f).Split('.')[3], NumberStyles.None, CultureInfo.InvariantCulture, out var time) ? time : 0)
            .DefaultIfEmpty().Max();
        var now = Math.Max(clock.GetUtcNow().ToUnixTimeSeconds(), last + 1);
        var path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{Prefix}{now:D10}.resnetgen"));
        var file = new EventFile(new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, BufferSize), clock);
        file.Write(file.Event(step: 0).Text(3, "brain.Event:2"));
        return file;
    }

    /// <summary>Says that a run goes on: what other files have of this step and later ones is forgotten.</summary>
    public void GoOnFrom(long step) => Write(Event(step).Message(7, new WireWriter().Int(1, SessionStart)));

    /// <summary>Writes numbers of a step.</summary>
    public void Scalars(long step, params ReadOnlySpan<(string Tag, double Value)> scalars)
    {
        var summary = new WireWriter();
        foreach (var (tag, value) in scalars)
            summary.Message(1, new WireWriter().Text(1, tag).Float(2, (float)value));

        Write(Event(step).Message(5, summary));
    }

    /// <summary>Writes a text (Markdown) of a step.</summary>
    public void Text(long step, string tag, string text)
    {
        var metadata = new WireWriter().Message(1, new WireWriter().Text(1, "text"));
        var shape = new WireWriter().Message(2, new WireWriter().Int(1, 1));
        var tensor = new WireWriter().Int(1, TextType).Message(2, shape).Text(8, text);
        Write(Event(step).Message(5, new WireWriter().Message(1, new WireWriter().Text(1, tag).Message(8, tensor).Message(9, metadata))));
    }

    /// <summary>Lets a reader see all that was written.</summary>
    public void Flush() => _file.Flush();

    public void Dispose() => _file.Dispose();

    private WireWriter Event(long step)
    {
        var message = new WireWriter().Double(1, _clock.GetUtcNow().ToUnixTimeMilliseconds() / 1000.0);
        // A zero is what a field has that is left out.
        return step == 0 ? message : message.Int(2, step);
    }

    private void Write(WireWriter message)
    {
        var content = message.ToArray();
        Span<byte> head = stackalloc byte[sizeof(ulong) + sizeof(uint)];
        BinaryPrimitives.WriteUInt64LittleEndian(head, (ulong)content.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(head[sizeof(ulong)..], Crc32C.Masked(head[..sizeof(ulong)]));
        Span<byte> foot = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32LittleEndian(foot, Crc32C.Masked(content));
        _file.Write(head);
        _file.Write(content);
        _file.Write(foot);
    }
}
