// A program that tests start, kill and start again: WORD ARGUMENTS, where the word names the work.
using System.Globalization;
using ResNetGen.Training.Worker;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
switch (args.FirstOrDefault())
{
    case "group":
        return GroupSteps.Run(args[1..]);
    case "scaling":
        return GroupScaling.Run(args[1..]);
    case "trainer":
        return GroupTrainer.Run(args[1..]);
    case "train":
        return TinyRun.Run(args[1..]);
    case "train-group":
        return TinyGroupRun.Run(args[1..]);
    default:
        Console.Error.WriteLine($"no work is called '{args.FirstOrDefault()}'");
        return 2;
}
