using ResNetGen.Fuzz.Cases;
using ResNetGen.Fuzz.Limits;
using ResNetGen.Fuzz.Running;

if (args is ["--limits"])
{
    Console.WriteLine(LimitTable.Print());
    Console.WriteLine(CancellationTable.Print(seed: 1));
    return 0;
}

FuzzOptions options;
try
{
    options = FuzzOptions.Parse(args);
}
catch (FormatException e)
{
    Console.Error.WriteLine($"{e.Message}\n\n{FuzzOptions.Usage}");
    return 2;
}

if (options.Replay is { } file)
{
    var failure = Minimiser.FailureOf(CaseText.Read(File.ReadAllText(file)));
    Console.WriteLine(failure is null ? "Nothing is wrong with it." : $"{failure.Signature}\n{failure.Message}");
    return failure is null ? 0 : 1;
}

Console.WriteLine($"seed {options.Seed}, {options.Jobs} thread(s)");
var run = new FuzzRun(options, Path.Combine("artifacts", "fuzz"), Console.Out);
run.Run();
Console.WriteLine(run.Tally);
return run.Tally.Failures == 0 ? 0 : 1;
