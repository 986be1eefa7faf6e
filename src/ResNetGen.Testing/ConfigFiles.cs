using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ResNetGen.Testing;

/// <summary>Configuration files, read by the compiler's own parser: what the command line does with them.</summary>
internal sealed class ConfigFiles : SyntaxTreeOptionsProvider
{
    public static readonly ConfigFiles None = new([]);

    private readonly ImmutableList<AnalyzerConfig> _files;
    private readonly AnalyzerConfigSet _set;

    private ConfigFiles(ImmutableList<AnalyzerConfig> files)
    {
        _files = files;
        _set = AnalyzerConfigSet.Create(files);
        Options = new FileOptions(this);
    }

    /// <summary>What analysers and generators are told of files.</summary>
    public AnalyzerConfigOptionsProvider Options { get; }

    public ConfigFiles With(string text, string path) => new(_files.Add(AnalyzerConfig.Parse(text, path)));

    public override GeneratedKind IsGenerated(SyntaxTree tree, CancellationToken cancellationToken) => GeneratedKind.Unknown;

    public override bool TryGetDiagnosticValue(SyntaxTree tree, string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity) =>
        _set.GetOptionsForSourcePath(tree.FilePath).TreeOptions.TryGetValue(diagnosticId, out severity);

    public override bool TryGetGlobalDiagnosticValue(string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity) =>
        _set.GlobalConfigOptions.TreeOptions.TryGetValue(diagnosticId, out severity);

    private sealed class FileOptions(ConfigFiles files) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions => new Values(files._set.GlobalConfigOptions.AnalyzerOptions);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => Of(tree.FilePath);

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => Of(textFile.Path);

        private Values Of(string path) => new(files._set.GetOptionsForSourcePath(path).AnalyzerOptions);
    }

    private sealed class Values(ImmutableDictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override IEnumerable<string> Keys => values.Keys;

        public override bool TryGetValue(string key, out string value) => values.TryGetValue(key, out value!);
    }
}
