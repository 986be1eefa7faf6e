using System;
using System.IO;
using Microsoft.Build.Framework;
using Mono.Cecil;

/// <summary>Writes a copy of an assembly under another name and without its key; the same input gives the same bytes.</summary>
public sealed class RenameAssembly : Microsoft.Build.Utilities.Task
{
    /// <summary>The assembly to copy.</summary>
    [Required]
    public string Source { get; set; }

    /// <summary>The file to write; its name without extension becomes the assembly's.</summary>
    [Required]
    public string Target { get; set; }

    public override bool Execute()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(Target)));
        var temporary = Target + "." + Guid.NewGuid().ToString("N") + ".tmp";
        using (var assembly = AssemblyDefinition.ReadAssembly(Source))
        {
            assembly.Name.Name = Path.GetFileNameWithoutExtension(Target);
            assembly.Name.PublicKey = Array.Empty<byte>();
            assembly.Name.HasPublicKey = false;
            assembly.MainModule.Name = Path.GetFileName(Target);
            assembly.MainModule.Attributes &= ~ModuleAttributes.StrongNameSigned;
            assembly.Write(temporary, new WriterParameters { DeterministicMvid = true, Timestamp = 0 });
        }

        // Builds at the same time may make the same file: each finds all of it or none.
        if (File.Exists(Target))
            File.Replace(temporary, Target, null);
        else
            MoveNew(temporary);

        return true;
    }

    private void MoveNew(string temporary)
    {
        try
        {
            File.Move(temporary, Target);
        }
        catch (IOException) when (File.Exists(Target))
        {
            File.Delete(temporary);
        }
    }
}
