using ResNetGen.Architecture.Diagnostics;
using ResNetGen.Architecture.Schema;
using ResNetGen.Architecture.Text;
using ResNetGen.Architecture.Values;

namespace ResNetGen.Architecture.Language;

/// <summary>One of a few words.</summary>
public sealed class WordShape<T>(params Word<T>[] words) : Shape<T>, IWords
    where T : struct
{
    /// <summary>The words, in the order of the documentation.</summary>
    public EquatableArray<Word<T>> Words { get; } = words.ToEquatableArray();

    /// <inheritdoc/>
    public override string Expected => Words.Count == 1
        ? Quoted(0)
        : string.Join(", ", Enumerable.Range(0, Words.Count - 1).Select(Quoted)) + " or " + Quoted(Words.Count - 1);

    /// <inheritdoc/>
    public string? FromMember(string member) => Words.FirstOrDefault(w => w.Member == member)?.Text;

    /// <inheritdoc/>
    public IEnumerable<string> Members => Words.Select(w => w.Member);

    /// <inheritdoc/>
    public IEnumerable<string> Texts => Words.Select(w => w.Text);

    private string Quoted(int index) => $"'{Words[index].Text}'";

    internal override JsonObject ToSchema(SharedKeys shared) => new JsonObject()
        .Add("type", "string")
        .Add("enum", Words.Select(w => (object)w.Text).ToList())
        .Add("enumDescriptions", Words.Select(w => (object)w.Description).ToList());

    internal override bool TryRead(SpecValue value, Findings findings, out T result)
    {
        result = default;
        if (value is not SpecScalar { IsEmpty: false } scalar)
            return Refuse(value, findings);

        foreach (var word in Words)
        {
            if (word.Text == scalar.Text)
            {
                result = word.Value;
                return true;
            }
        }

        findings.Add(Rules.UnknownWord, value.Site, scalar.Shown, Expected, NearestWord.Hint(scalar.Text, Words.Select(w => w.Text)));
        return false;
    }
}

/// <summary>The words of a key, whatever they stand for.</summary>
public interface IWords
{
    /// <summary>The C# enum's members, in the order of the words.</summary>
    IEnumerable<string> Members { get; }

    /// <summary>The words as YAML has them, in the same order.</summary>
    IEnumerable<string> Texts { get; }

    /// <summary>Returns the word that the C# enum's member <paramref name="member"/> stands for.</summary>
    string? FromMember(string member);
}

/// <summary>One word of the language.</summary>
/// <param name="Text">The word as YAML has it.</param>
/// <param name="Member">The enum member as C# has it.</param>
/// <param name="Value">What it stands for.</param>
/// <param name="Description">One sentence about it.</param>
public sealed record Word<T>(string Text, string Member, T Value, string Description);
