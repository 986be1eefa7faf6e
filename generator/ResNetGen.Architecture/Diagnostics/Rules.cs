#pragma warning disable CS1591 // each entry describes itself in its text

namespace ResNetGen.Architecture.Diagnostics;

/// <summary>Every mistake that a spec can make; the C# ones stand beside the generator.</summary>
public static class Rules
{
    public static readonly Rule InternalError = new(
        "RNG0000", "ResNetGen failed", "ResNetGen failed on this spec, which is a defect of ResNetGen: {0}");

    public static readonly Rule NotYaml = new(
        "RNG0001", "The spec is not YAML", "not valid YAML: {0}");

    public static readonly Rule EmptySpec = new(
        "RNG0002", "The spec is empty", "the spec is empty: it needs at least 'stages'");

    public static readonly Rule RefusedYaml = new(
        "RNG0003", "A feature of YAML that specs refuse", "{0} in specs: write the value out");

    public static readonly Rule TooLargeText = new(
        "RNG0004", "The spec is larger or deeper than any network needs", "{0}");

    public static readonly Rule UnknownKey = new(
        "RNG0005", "Unknown key", "unknown key '{0}' in {1}{2}");

    public static readonly Rule DuplicateKey = new(
        "RNG0006", "A key is said twice", "'{0}' is already said on line {1}");

    public static readonly Rule WrongType = new(
        "RNG0007", "A value of the wrong type", "expected {0}, found {1}");

    public static readonly Rule OutOfRange = new(
        "RNG0008", "A number out of range", "{0} is out of range: expected {1}");

    public static readonly Rule UnknownWord = new(
        "RNG0009", "Unknown word", "unknown word '{0}': expected {1}{2}");

    public static readonly Rule MissingKey = new(
        "RNG0010", "A key is missing", "{0} needs '{1}': {2}");

    public static readonly Rule NotAnIdentifier = new(
        "RNG0011", "A name that is no identifier", "'{0}' cannot name a network: expected a C# identifier that is no keyword");

    public static readonly Rule BaseNotFound = new(
        "RNG0012", "The extended spec is not there", "the spec '{0}' that this one extends is not {1}{2}");

    public static readonly Rule ExtendsItself = new(
        "RNG0013", "A spec extends itself", "the spec extends itself: {0}");

    public static readonly Rule WrongCount = new(
        "RNG0014", "A list of the wrong length", "expected {0}, found {1}");

    public static readonly Rule ChainTooLong = new(
        "RNG0015", "Too many specs stand on each other", "more than {0} specs extend each other in a row");

    public static readonly Rule GroupsDoNotDivide = new(
        "RNG1001", "Groups do not divide the width", "{0} groups do not divide the {1} channels of {2}");

    public static readonly Rule InputTooSmall = new(
        "RNG1002", "The input is too small for the strides",
        "the input {0} is too small: {1} ({2}) meets a {3} map; {4}");

    public static readonly Rule TooManyBlocks = new(
        "RNG1003", "More blocks than a network may have", "{0} blocks in all: a network may have {1}");

    public static readonly Rule TooLarge = new(
        "RNG1004", "The network is too large to count", "the network's costs do not fit 64 bits: make widths, blocks or input smaller");

    public static readonly Rule NoSuchSettingForBasic = new(
        "RNG1005", "A setting that basic blocks do not have", "'{0}' is for bottlenecks: a basic block has no grouped convolution");

    public static readonly Rule WidthVanishes = new(
        "RNG1006", "The width comes to nothing", "{0} would have no channels: {1}");

    public static readonly Rule TooWide = new(
        "RNG1007", "A convolution wider than a network may be", "{0} of {1} would have {2} channels: a network may have {3}");

    public static readonly Rule WidthTruncated = new(
        "RNG1008", "A width that is cut to a whole number",
        "width {0} x width_per_group {1} / 64 is {2}, cut to {3} channels per group", Severity.Warning);

    public static readonly Rule ShortcutCannotShrink = new(
        "RNG1009", "Option A cannot take channels away",
        "{0} takes {1} channels to {2}: shortcut A only adds channels of zeros, use 'B'");

    public static readonly Rule StemSaidTwice = new(
        "RNG1010", "The stem's channels are said twice", "the last of 'convs' says the stem's channels: leave out 'channels'");

    public static readonly Rule DeepStemTooNarrow = new(
        "RNG1011", "A deep stem that is too narrow", "a deep stem of {0} channels would have a convolution without channels");

    public static readonly Rule SidesDiffer = new(
        "RNG1012", "The two sides of a residual addition differ",
        "{0} would add {1} from its main path and {2} from its shortcut");

    public static readonly Rule NoSuchTap = new(
        "RNG1013", "A tap that does not exist", "there is no such tap as '{0}': {1}");

    public static readonly Rule OutputStrideUnreachable = new(
        "RNG1014", "An output stride that no stage reaches", "the output stride {0} is never reached: the network has strides {1}");

    public static readonly Rule DilationWithoutEffect = new(
        "RNG1015", "A dilation that has no effect", "the dilation {0} of {1} changes no convolution: see 'first_dilation' and 'basic_dilation'");

    public static readonly Rule PoolTooLarge = new(
        "RNG1016", "A pool larger than its input", "{0}");

    public static readonly Rule NormGroupsDoNotDivide = new(
        "RNG1017", "Groups of a norm do not divide its channels", "{0} groups do not divide the {1} channels of a norm of {2}");

    public static readonly Rule DepthDoesNotFit = new(
        "RNG1018", "A depth that no such network has", "no such network has depth {0}: depths are 2 + {1} x n, the nearest {2}");

    public static readonly Rule SaidTwice = new(
        "RNG1019", "One thing is said in two ways", "'{0}' and '{1}' exclude each other: leave one out");

    public static readonly Rule NothingToFreeze = new(
        "RNG1020", "Stages to freeze that are not there", "{0} is more than the network has: {1}");

    public static readonly Rule NeitherStridesNorDilates = new(
        "RNG1021", "A stage that neither strides nor dilates", "{0} says its dilation, and neither strides nor dilates", Severity.Warning);

    public static readonly Rule OtherClasses = new(
        "RNG1022", "Other classes than the extended spec's",
        "{0} classes where the extended spec has {1}: its weights will not fit the head", Severity.Warning);

    public static readonly Rule WindowBeyondMap = new(
        "RNG1023", "A window larger than its map",
        "the {0} window of {1} spans {2} over a {3} map: its outer taps see nothing but padding", Severity.Warning);

    public static readonly Rule CannotBeMade = new(
        "RNG1024", "Settings that cannot be made together", "{0}");
}
