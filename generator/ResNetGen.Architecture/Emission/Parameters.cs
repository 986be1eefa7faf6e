namespace ResNetGen.Architecture.Emission;

/// <summary>
/// Decides which numbers of alike blocks become constructor parameters: channels always, others where blocks differ;
/// numbers that agree in every block share one parameter.
/// </summary>
internal sealed class Parameters
{
    private readonly List<Parameter> _parameters = [];
    private readonly List<string> _expressions = [];

    /// <summary>Looks at the numbers of every block of one form, in one order.</summary>
    public Parameters(IReadOnlyList<IReadOnlyList<Argument>> blocks)
    {
        for (var column = 0; column < blocks[0].Count; column++)
        {
            var argument = blocks[0][column];
            var values = blocks.Select(b => b[column].Value).ToArray();
            if (argument.Meaning != Meaning.Channels && values.All(v => v == values[0]))
            {
                _expressions.Add(Names.Number(values[0]));
                continue;
            }

            var parameter = _parameters.Find(p => p.CanBe(argument) && p.Values.SequenceEqual(values));
            if (parameter is null)
            {
                parameter = new Parameter(argument.Meaning, values);
                _parameters.Add(parameter);
            }

            parameter.Roles.Add(argument.Role);
            parameter.Columns.Add(column);
            _expressions.Add("");
        }

        // Channels first, in the order of the layers: they are passed by place, the others by name.
        _parameters = [.. _parameters.OrderBy(p => p.Meaning == Meaning.Channels ? 0 : 1)];
        NameParameters();
        for (var column = 0; column < _expressions.Count; column++)
        {
            if (_expressions[column].Length == 0)
                _expressions[column] = _parameters.Find(p => p.Columns.Contains(column))!.Name;
        }
    }

    /// <summary>The parameters, in order.</summary>
    public IReadOnlyList<Parameter> All => _parameters;

    /// <summary>What stands for each number: a parameter's name or a literal.</summary>
    public IReadOnlyList<string> Expressions => _expressions;

    private void NameParameters()
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var parameter in _parameters)
        {
            // A convolution's padding follows from its dilation.
            var name = parameter.Roles.Contains(Roles.In) && parameter.Roles.Contains(Roles.Out) ? Roles.Both
                : parameter.Roles.Contains(Roles.Dilation) ? Roles.Dilation
                : parameter.Roles[0];
            parameter.Name = name;
            for (var i = 2; !taken.Add(parameter.Name); i++)
                parameter.Name = name + Names.Number(i);
        }
    }

    internal sealed class Parameter(Meaning meaning, int[] values)
    {
        public Meaning Meaning => meaning;

        /// <summary>Its value in each block.</summary>
        public int[] Values => values;

        public List<string> Roles { get; } = [];

        public string Name { get; set; } = "";

        /// <summary>The argument for block <paramref name="block"/>: named, unless its place says what it is.</summary>
        public string Pass(int block) => Meaning == Meaning.Channels
            ? Names.Number(values[block])
            : Name + ": " + Names.Number(values[block]);

        /// <summary>The numbers that it stands for.</summary>
        public List<int> Columns { get; } = [];

        /// <summary>
        /// Whether it may stand for <paramref name="argument"/>, too, where the values agree: not where a middle width
        /// happens to be as wide as an input.
        /// </summary>
        public bool CanBe(Argument argument) => Meaning == argument.Meaning
            && (Meaning != Meaning.Channels || Roles.Contains(argument.Role) || (IsOuter(argument.Role) && Roles.TrueForAll(IsOuter)));

        private static bool IsOuter(string role) => role.StartsWith(Emission.Roles.In, StringComparison.Ordinal)
            || role.StartsWith(Emission.Roles.Out, StringComparison.Ordinal)
            || role.StartsWith(Emission.Roles.Both, StringComparison.Ordinal);
    }
}

/// <summary>What parameters are called.</summary>
internal static class Roles
{
    public const string In = "inChannels";
    public const string Out = "outChannels";
    public const string Both = "channels";
    public const string Width = "width";
    public const string First = "firstWidth";
    public const string Hidden = "hiddenChannels";
    public const string PoolKernel = "poolKernel";
    public const string AttentionKernel = "attentionKernel";
    public const string NormGroups = "normGroups";
    public const string Kernel = "kernel";
    public const string Stride = "stride";
    public const string Padding = "padding";
    public const string Dilation = "dilation";
    public const string Groups = "groups";
    public const string Before = "zerosBefore";
    public const string After = "zerosAfter";
}
