using ResNetGen.Architecture;
using ResNetGen.Architecture.Emission;
using ResNetGen.Export.PyTorch;

namespace ResNetGen.Export;

/// <summary>Writes networks as PyTorch source.</summary>
public static class PyTorchSource
{
    /// <summary>
    /// Returns a Python module that needs torch alone (1.13 or newer): a class per form of block, and a class of the network
    /// whose state dict has the keys, shapes and order of <see cref="Architecture.Analysis.NetworkAnalysis.State"/>.
    /// </summary>
    /// <param name="spec">The network.</param>
    /// <returns>ASCII text whose lines end with LF; the same for the same network on every machine.</returns>
    public static string Write(CompiledSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);

        var name = ClassOf(spec);
        var body = new PythonWriter();
        var facts = new PythonFacts(body, spec);
        var forms = new BlockForms(spec.Network, CancellationToken.None);
        var parts = new PythonParts(body, spec.Network, forms);

        facts.Features();
        new PythonHelpers(body).Write(spec.Network);
        var blocks = new PythonBlocks(body, spec.Network.Training);
        foreach (var family in forms.Families)
        {
            blocks.Family(family);
            family.Forms.ForEach(blocks.Form);
        }

        var bases = forms.Families.Where(f => f.Base is null).Select(f => f.Name).ToList();
        body.Line().Line().Line("# Every block is one of these: what a wrapping policy of FSDP asks for.");
        body.Line($"BLOCKS = ({string.Join(", ", bases)}{(bases.Count == 1 ? ",)" : ")")}");
        parts.Classes();
        new PythonNetwork(body, spec, forms, parts).Write(name);
        facts.Program(name);
        return Head(spec, body.ToString()) + body;
    }

    /// <summary>Returns a Python module for the spec <paramref name="text"/>, which extends none.</summary>
    /// <exception cref="SpecException">The spec has errors.</exception>
    public static string Write(string text) => Write(SpecText.Compile(text));

    /// <summary>The name of the network's class: the spec's, in words that begin with capitals.</summary>
    public static string ClassOf(CompiledSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        return PythonNames.ClassOf(spec.Network.Name);
    }

    // Imports are what the body uses.
    private static string Head(CompiledSpec spec, string body)
    {
        var head = new PythonWriter();
        var facts = new PythonFacts(head, spec);
        facts.Documentation();
        head.Line();
        if (body.Contains("OrderedDict(", StringComparison.Ordinal))
            head.Line("from collections import OrderedDict");

        head.Line(body.Contains("Tuple[", StringComparison.Ordinal) ? "from typing import NamedTuple, Tuple" : "from typing import NamedTuple");
        head.Line().Line("import torch");
        if (body.Contains("F.", StringComparison.Ordinal))
            head.Line("import torch.nn.functional as F");

        head.Line("from torch import Tensor, nn").Line();
        facts.Constants();
        return head.ToString();
    }
}
