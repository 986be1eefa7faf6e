using System.Globalization;

namespace ResNetGen.Fuzz.Running;

/// <summary>What the command line says.</summary>
/// <param name="Minutes">How long to run.</param>
/// <param name="Inputs">How many inputs at most, over all threads.</param>
/// <param name="Seed">What chance starts from.</param>
/// <param name="Jobs">How many threads.</param>
/// <param name="Replay">A case to run alone, or null.</param>
internal sealed record FuzzOptions(double Minutes, long Inputs, int Seed, int Jobs, string? Replay)
{
    public const string Usage = """
        usage: ./build.sh fuzz [--minutes N] [--inputs N] [--seed S] [--jobs N]
               ./build.sh fuzz --replay FILE
               ./build.sh fuzz --limits

          --minutes N    how long to run (default: 1, or until --inputs)
          --inputs N     how many inputs to try at most
          --seed S       replays a run of one job (default: drawn, and printed)
          --jobs N       how many threads (default: 1)
          --replay FILE  tries one case of tests/ResNetGen.Fuzz/corpus or artifacts/fuzz and says what becomes of it
          --limits       measures what files that no network needs take, and how soon a cancelled run ends
        """;

    /// <summary>Reads the arguments.</summary>
    /// <exception cref="FormatException">They are none.</exception>
    public static FuzzOptions Parse(string[] arguments)
    {
        double? minutes = null;
        long? inputs = null;
        var options = new FuzzOptions(0, long.MaxValue, Random.Shared.Next(), 1, null);
        for (var i = 0; i < arguments.Length; i += 2)
        {
            var value = i + 1 < arguments.Length ? arguments[i + 1] : throw new FormatException($"{arguments[i]} takes a value");
            switch (arguments[i])
            {
                case "--minutes":
                    minutes = double.Parse(value, CultureInfo.InvariantCulture);
                    break;
                case "--inputs":
                    inputs = long.Parse(value, CultureInfo.InvariantCulture);
                    break;
                case "--seed":
                    options = options with { Seed = int.Parse(value, CultureInfo.InvariantCulture) };
                    break;
                case "--jobs":
                    options = options with { Jobs = Math.Max(1, int.Parse(value, CultureInfo.InvariantCulture)) };
                    break;
                case "--replay":
                    options = options with { Replay = value };
                    break;
                default:
                    throw new FormatException($"unknown argument: {arguments[i]}");
            }
        }

        return options with { Minutes = minutes ?? (inputs is null ? 1 : double.PositiveInfinity), Inputs = inputs ?? long.MaxValue };
    }
}
