using ResNetGen.Tool.CommandLine;

return Entry.Run(args);
