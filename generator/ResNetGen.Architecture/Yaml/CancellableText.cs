namespace ResNetGen.Architecture.Yaml;

/// <summary>Hands a text to the parser, which asks nobody whether to go on: one of its steps may read a whole file.</summary>
internal sealed class CancellableText(string text, CancellationToken cancellation) : TextReader
{
    private int _next;

    public override int Peek() => _next < text.Length ? text[_next] : -1;

    public override int Read()
    {
        if (_next % 1024 == 0)
            cancellation.ThrowIfCancellationRequested();

        return _next < text.Length ? text[_next++] : -1;
    }

    public override int Read(char[] buffer, int index, int count)
    {
        cancellation.ThrowIfCancellationRequested();
        count = Math.Min(Math.Min(count, 1024), text.Length - _next);
        text.CopyTo(_next, buffer, index, count);
        _next += count;
        return count;
    }
}
