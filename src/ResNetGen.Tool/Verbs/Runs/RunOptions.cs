using System.CommandLine;
using System.CommandLine.Completions;
using System.Globalization;

namespace ResNetGen.Tool.Verbs.Runs;

/// <summary>The arguments that verbs which train and measure share. Nothing here loads the library that does.</summary>
internal static class RunOptions
{
    public const string Synthetic = "synthetic";

    private const string RecipeExtension = ".recipe.yaml";

    // A test compares them with the library's.
    private static readonly string[] Recipes =
        ["cifar10", "cifar10-110", "cifar10-split", "finetune", "imagenet", "imagenet-10-crop", "imagenet-90", "imagenet-multi-scale", "synthetic"];

    /// <summary>The names of the recipes that come with the command.</summary>
    public static IReadOnlyList<string> BuiltInRecipes => Recipes;

    public static Option<string?> Recipe(string description)
    {
        var recipe = new Option<string?>("--recipe") { Description = $"{description}: {string.Join(", ", Recipes)}, or a file ({RecipeExtension}).", HelpName = "RECIPE" };
        recipe.CompletionSources.Add(context => Recipes.Concat(Files(context.WordToComplete, RecipeExtension)).Select(name => new CompletionItem(name)));
        return recipe;
    }

    public static Option<string> Data()
    {
        var data = new Option<string>("--data")
        {
            Description = "The pictures: 'synthetic' (drawn; 'synthetic:TRAIN,TEST' says how many), a folder with CIFAR-10's binary files, or one with train and test or val, each with a folder of JPEG and PNG per class.",
            HelpName = "DATA",
            DefaultValueFactory = _ => Synthetic,
        };
        data.CompletionSources.Add(context => Places(context.WordToComplete));
        return data;
    }

    /// <summary>What may stand where pictures are asked for.</summary>
    public static IEnumerable<CompletionItem> Places(string word) =>
        new[] { Synthetic }.Concat(Files(word, extension: null)).Select(name => new CompletionItem(name));

    /// <summary>Folders that begin as the word does.</summary>
    public static IEnumerable<CompletionItem> Folders(string word) => Files(word, extension: null).Select(name => new CompletionItem(name));

    public static Option<string> Device()
    {
        var device = new Option<string>("--device") { Description = "Where to run: cpu, cuda or cuda:N.", HelpName = "DEVICE", DefaultValueFactory = _ => "cpu" };
        device.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && result.Tokens[0].Value is var said && said is not ("cpu" or "cuda")
                && !(said.StartsWith("cuda:", StringComparison.Ordinal) && IsNumber(said["cuda:".Length..], 0, 999)))
            {
                result.AddError($"'--device {said}' is none of cpu, cuda, cuda:N");
            }
        });
        device.CompletionSources.Add("cpu", "cuda");
        return device;
    }

    public static Option<int?> Workers() => Number("--workers", 0, 256, "Threads that decode and change pictures; 0 does it between steps. Nothing that is learnt depends on it. Usual are 1 for one or two processors, and half of more.");

    public static Option<string?> Corrupt() => CommonOptions.Word("--corrupt", "What becomes of pictures that cannot be decoded; 'fail' is usual", "WORD", ["fail", "skip"]);

    public static Option<int?> BatchSize() => Number("--batch-size", 1, 1_000_000, "Pictures at once, in place of the recipe's.");

    public static Option<int?> Number(string name, int least, int most, string description)
    {
        var option = new Option<int?>(name) { Description = description, HelpName = "N" };
        option.Validators.Add(result => Check(result, name, least, most));
        return option;
    }

    public static Option<long?> LongNumber(string name, long least, long most, string description)
    {
        var option = new Option<long?>(name) { Description = description, HelpName = "N" };
        option.Validators.Add(result => Check(result, name, least, most));
        return option;
    }

    private static void Check(System.CommandLine.Parsing.OptionResult result, string name, long least, long most)
    {
        if (result.Tokens.Count > 0 && !IsNumber(result.Tokens[0].Value, least, most))
            result.AddError(string.Create(CultureInfo.InvariantCulture, $"'{name}' takes a number from {least} to {most}."));
    }

    private static bool IsNumber(string text, long least, long most) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most;

    // Files of an ending, and folders, that begin as the word does.
    private static IEnumerable<string> Files(string word, string? extension)
    {
        var folder = word[..(word.LastIndexOf('/') + 1)];
        var place = folder.Length == 0 ? "." : folder;
        if (!Directory.Exists(place))
            return [];

        var folders = Directory.EnumerateDirectories(place).Select(d => folder + Path.GetFileName(d) + "/").Where(d => !Path.GetFileName(d.TrimEnd('/')).StartsWith('.'));
        return extension is null ? folders : folders.Concat(Directory.EnumerateFiles(place, "*" + extension).Select(f => folder + Path.GetFileName(f)));
    }
}
