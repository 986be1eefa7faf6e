// A program that tests start, kill and start again: WORD ARGUMENTS, where the word names the work.
using System.Globalization;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
Console.Error.WriteLine($"no work is called '{args.FirstOrDefault()}'");
return 2;
