using System.IO;
using System.Text;
using Microsoft.CodeAnalysis;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace OtherGenerator;

// Another generator that reads YAML: a class of constants from a list of words, with a parser of its own version.
[Generator(LanguageNames.CSharp)]
public sealed class Colours : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var files = context.AdditionalTextsProvider.Where(static file => file.Path.EndsWith("colours.yaml"));
        context.RegisterSourceOutput(files, static (output, file) =>
        {
            var source = new StringBuilder("public static class Colours\n{\n");
            var parser = new Parser(new StringReader(file.GetText(output.CancellationToken)!.ToString()));
            while (parser.MoveNext())
            {
                // A place is a class in this version of the parser, and a struct in later ones.
                if (parser.Current is Scalar word)
                    source.Append("    public const int ").Append(word.Value).Append(" = ").Append(word.Start.Column).Append(";\n");
            }

            source.Append("    public const string Parser = \"").Append(typeof(Parser).Assembly.GetName()).Append("\";\n}\n");
            output.AddSource("Colours.g.cs", source.ToString());
        });
    }
}
