using ResNetGen.Architecture.Diagnostics;
using ResNetGen.Architecture.Text;
using ResNetGen.Architecture.Values;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ResNetGen.Architecture.Yaml;

/// <summary>Reads a spec's YAML into values, from the parser's events alone.</summary>
/// <remarks>Aliases, anchors, tags, merge keys and further documents are refused: a spec is plain data.</remarks>
public sealed class YamlSpecReader
{
    private readonly string _path;
    private readonly Findings _findings;
    private readonly CancellationToken _cancellation;
    private readonly Parser _parser;
    private int _values;

    private YamlSpecReader(string path, string text, Findings findings, CancellationToken cancellation)
    {
        (_path, _findings, _cancellation) = (path, findings, cancellation);
        _parser = new Parser(new CancellableText(text, cancellation));
    }

    /// <summary>Returns the mapping that <paramref name="text"/> is, or null after a finding says why it is none.</summary>
    /// <param name="path">The file's path, for findings.</param>
    /// <param name="text">The file's text without a byte order mark.</param>
    /// <param name="findings">Takes what is wrong with the text.</param>
    /// <param name="cancellation">Ends the work early.</param>
    public static SpecMapping? Read(string path, string text, Findings findings, CancellationToken cancellation = default)
    {
        if (TextGuard.Refuses(path, text, findings))
            return null;

        var reader = new YamlSpecReader(path, text, findings, cancellation);
        try
        {
            return reader.ReadDocument();
        }
        catch (RefusedException refused)
        {
            findings.Add(refused.Finding);
        }
        catch (YamlException e)
        {
            findings.Add(Rules.NotYaml, TextGuard.SiteAt(path, text, (int)e.Start.Index), FirstLine(e.Message));
        }
#pragma warning disable CA1031 // the parser throws exceptions of many types, some without a position
        catch (Exception e) when (e is not OperationCanceledException)
#pragma warning restore CA1031
        {
            var last = reader._parser.Current;
            findings.Add(
                Rules.NotYaml,
                last is null ? Site.StartOf(path) : SiteOf(path, last.Start, last.End),
                "what follows here cannot be read");
        }

        return null;
    }

    private SpecMapping? ReadDocument()
    {
        _parser.Consume<StreamStart>();
        if (!_parser.TryConsume<DocumentStart>(out _))
        {
            _findings.Add(Rules.EmptySpec, Site.StartOf(_path));
            return null;
        }

        var root = ReadValue(depth: 1);
        _parser.Consume<DocumentEnd>();
        if (_parser.TryConsume<DocumentStart>(out var second))
            throw Refuse(second, "a second document has no meaning");

        switch (root)
        {
            case SpecMapping mapping when mapping.Entries.Count > 0:
                return mapping;
            case SpecMapping or SpecScalar { IsEmpty: true }:
                _findings.Add(Rules.EmptySpec, Site.StartOf(_path));
                return null;
            default:
                _findings.Add(Rules.WrongType, root.Site, "a mapping of the spec's keys", root.Kind);
                return null;
        }
    }

    private SpecValue ReadValue(int depth)
    {
        _cancellation.ThrowIfCancellationRequested();
        var next = _parser.Consume<ParsingEvent>();
        if (++_values > YamlLimits.Values)
            throw TooLarge(next, $"more than {YamlLimits.Values} values");

        if (depth > YamlLimits.Depth)
            throw TooLarge(next, $"nested deeper than {YamlLimits.Depth} levels");

        if (next is AnchorAlias)
            throw Refuse(next, "an alias has no meaning");

        if (next is NodeEvent node)
        {
            if (!node.Tag.IsEmpty)
                throw Refuse(node, "a tag has no meaning");
            if (!node.Anchor.IsEmpty)
                throw Refuse(AnchorOf(node), "an anchor has no meaning");
        }

        return next switch
        {
            Scalar scalar => ToScalar(scalar),
            SequenceStart start => ReadList(start, depth),
            MappingStart start => ReadMapping(start, depth),
            _ => throw new InvalidOperationException($"unexpected {next.GetType().Name}"),
        };
    }

    private SpecList ReadList(SequenceStart start, int depth)
    {
        var items = new List<SpecValue>();
        while (!_parser.Accept<SequenceEnd>(out _))
            items.Add(ReadValue(depth + 1));

        var end = _parser.Consume<SequenceEnd>().End;
        return new SpecList(items.ToEquatableArray(), Span(start, start.Style == SequenceStyle.Flow, end, items.LastOrDefault()));
    }

    private SpecMapping ReadMapping(MappingStart start, int depth)
    {
        var entries = new List<SpecEntry>();
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        SpecValue? last = null;
        while (!_parser.Accept<MappingEnd>(out _))
        {
            var key = ReadValue(depth + 1);
            if (key is not SpecScalar name)
                throw Wrong(key, "a key");
            if (name.Text == "<<")
                throw Refuse(name.Site, "a merge key has no meaning");

            var value = last = ReadValue(depth + 1);
            if (lines.TryGetValue(name.Text, out var line))
            {
                _findings.Add(Rules.DuplicateKey, name.Site, name.Shown, line + 1);
                continue;
            }

            lines.Add(name.Text, name.Site.StartLine);
            entries.Add(new SpecEntry(name, value));
        }

        var end = _parser.Consume<MappingEnd>().End;
        return new SpecMapping(entries.ToEquatableArray(), Span(start, start.Style == MappingStyle.Flow, end, last));
    }

    private SpecScalar ToScalar(Scalar scalar) =>
        new(scalar.Value, scalar.Style is not ScalarStyle.Plain, SiteOf(_path, scalar.Start, scalar.End));

    private RefusedException Wrong(SpecValue found, string expected) =>
        new(new Finding(Rules.WrongType, found.Site, new[] { expected, found.Kind }.ToEquatableArray()));

    private RefusedException Refuse(ParsingEvent at, string what) => Refuse(SiteOf(_path, at.Start, at.End), what);

    private static RefusedException Refuse(Site site, string what) =>
        new(new Finding(Rules.RefusedYaml, site, new[] { what }.ToEquatableArray()));

    // The ampersand and the name: the node's own end is that of what follows.
    private Site AnchorOf(NodeEvent node)
    {
        var start = SiteOf(_path, node.Start, node.Start);
        var length = 1 + node.Anchor.Value.Length;
        return start with { Length = length, EndColumn = start.StartColumn + length };
    }

    private RefusedException TooLarge(ParsingEvent at, string what) =>
        new(new Finding(Rules.TooLargeText, SiteOf(_path, at.Start, at.End), new[] { what }.ToEquatableArray()));

    // The parser ends a flow collection before its bracket, and a block collection at the token behind it.
    private Site Span(NodeEvent start, bool isFlow, Mark end, SpecValue? last)
    {
        var site = SiteOf(_path, start.Start, end);
        if (isFlow)
            return site with { Length = site.Length + 1, EndColumn = site.EndColumn + 1 };

        return last is null
            ? site
            : site with
            {
                Length = last.Site.Start + last.Site.Length - site.Start,
                EndLine = last.Site.EndLine,
                EndColumn = last.Site.EndColumn,
            };
    }

    private static Site SiteOf(string path, Mark start, Mark end)
    {
        // Of an empty value with a tag the parser has the end before the start.
        if (end.Index < start.Index)
            end = start;

        return new Site(
            path,
            (int)start.Index,
            (int)(end.Index - start.Index),
            Math.Max(0, (int)start.Line - 1),
            Math.Max(0, (int)start.Column - 1),
            Math.Max(0, (int)end.Line - 1),
            Math.Max(0, (int)end.Column - 1));
    }

    private static string FirstLine(string message) => message.Split('\r', '\n')[0];

    private sealed class RefusedException(Finding finding) : Exception
    {
        public Finding Finding { get; } = finding;
    }
}
