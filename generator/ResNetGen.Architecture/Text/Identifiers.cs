using System.Globalization;

namespace ResNetGen.Architecture.Text;

/// <summary>What may name a class in C#.</summary>
public static class Identifiers
{
    /// <summary>The longest name that a spec may give.</summary>
    public const int MaximumLength = 200;

    /// <summary>What <see cref="IsValid"/> asks of the characters, as a regular expression of .NET and of JavaScript.</summary>
    internal const string Pattern = @"^[\p{L}_][\p{L}\p{Nd}\p{Pc}\p{Mn}\p{Mc}]*$";

    /// <summary>The words that C# keeps for itself.</summary>
    internal static readonly string[] ReservedWords =
        ("abstract as base bool break byte case catch char checked class const continue decimal default delegate do "
         + "double else enum event explicit extern false finally fixed float for foreach goto if implicit in int "
         + "interface internal is lock long namespace new null object operator out override params private protected "
         + "public readonly ref return sbyte sealed short sizeof stackalloc static string struct switch this throw "
         + "true try typeof uint ulong unchecked unsafe ushort using virtual void volatile while").Split(' ');

    private static readonly HashSet<string> Keywords = new(ReservedWords, StringComparer.Ordinal);

    /// <summary>Whether <paramref name="text"/> is an identifier and no reserved word.</summary>
    public static bool IsValid(string text)
    {
        if (text.Length is 0 or > MaximumLength || Keywords.Contains(text) || !IsStart(text[0]))
            return false;

        foreach (var c in text)
        {
            if (!IsStart(c) && !IsPart(c))
                return false;
        }

        return true;
    }

    /// <summary>Turns any text into an identifier: what cannot stand becomes an underscore.</summary>
    public static string From(string text)
    {
        var characters = text.Select(c => IsStart(c) || IsPart(c) ? c : '_').Take(MaximumLength - 1).ToArray();
        var name = new string(characters);
        return IsValid(name) ? name : "_" + name;
    }

    private static bool IsStart(char c) => c == '_' || char.IsLetter(c);

    private static bool IsPart(char c) => char.GetUnicodeCategory(c) is UnicodeCategory.DecimalDigitNumber
        or UnicodeCategory.ConnectorPunctuation or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
