using ResNetGen.Onnx.Checks;

// structure FOLDER SPEC...   exports every spec, at most two files ahead of whoever reads the lines that it prints
// runtime FOLDER SPEC...     exports every spec in each form, with an input and what the generated code makes of it
return args switch
{
    ["structure", var folder, .. var specs] when specs.Length > 0 => Structure.Run(folder, specs),
    ["runtime", var folder, .. var specs] when specs.Length > 0 => Runtime.Run(folder, specs),
    _ => Fail(),
};

static int Fail()
{
    Console.Error.WriteLine("usage: ResNetGen.Onnx.Checks structure|runtime FOLDER SPEC...");
    return 2;
}
