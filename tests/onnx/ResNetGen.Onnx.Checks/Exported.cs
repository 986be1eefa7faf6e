using ResNetGen.Tool.Verbs.Export;

namespace ResNetGen.Onnx.Checks;

/// <summary>Exports by the command's own verb.</summary>
internal static class Exported
{
    public static void Write(string spec, string file, params string[] options)
    {
        var code = ExportOnnxVerb.Create().Parse([spec, "-o", file, .. options]).Invoke();
        if (code != 0)
            throw new InvalidOperationException($"export onnx {spec} {string.Join(' ', options)} ended with exit code {code}");
    }
}
