using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using ResNetGen.Fuzz.Cases;
using ResNetGen.Fuzz.Oracles;
using ResNetGen.Generator;

namespace ResNetGen.Fuzz.Limits;

/// <summary>Runs the generator on an attack, on its files' bytes as the compiler reads them.</summary>
internal sealed class AttackRun
{
    private readonly CSharpCompilation _compilation;
    private readonly ImmutableArray<AdditionalText> _files;

    public AttackRun(Attack attack)
    {
        var files = attack.Files();
        var source = AttributeCode.ClassOf(FuzzCase.Of("", files[0].Path), "Attacked", "Net");
        _files = [.. files.Select(f => new BytesInMemory("/p/" + f.Path, f.Bytes))];
        _compilation = CSharpCompilation.Create("Attacked", [CSharpSyntaxTree.ParseText(source, path: "/p/Net.cs")], GeneratorBatch.References);
        Characters = _files.Sum(f => (long)f.GetText()!.Length);
    }

    /// <summary>How many files there are.</summary>
    public int Files => _files.Length;

    /// <summary>The characters of all files.</summary>
    public long Characters { get; }

    /// <summary>The text of the first file.</summary>
    public string Text => _files[0].GetText()!.ToString();

    /// <summary>Runs a generator that has seen nothing before.</summary>
    public GeneratorRunResult Run(CancellationToken cancellation = default) =>
        CSharpGeneratorDriver.Create([new ResNetGenerator().AsSourceGenerator()], _files).RunGenerators(_compilation, cancellation).GetRunResult().Results.Single();

    private sealed class BytesInMemory(string path, byte[] bytes) : AdditionalText
    {
        private readonly SourceText _text = Read(bytes);

        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => _text;

        // As the compiler does: marks decide, then UTF-8; what is none is read once more with what stands for bytes that are none.
        private static SourceText Read(byte[] bytes)
        {
            try
            {
                return SourceText.From(new MemoryStream(bytes), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true));
            }
            catch (DecoderFallbackException)
            {
                return SourceText.From(new MemoryStream(bytes), Encoding.UTF8);
            }
        }
    }
}
