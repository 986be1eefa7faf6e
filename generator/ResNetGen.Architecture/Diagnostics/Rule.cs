namespace ResNetGen.Architecture.Diagnostics;

/// <summary>One kind of mistake.</summary>
/// <param name="Id"><c>RNG0nnn</c> for a spec's text, <c>RNG1nnn</c> for its meaning, <c>RNG2nnn</c> for the C# around it.</param>
/// <param name="Title">What is wrong, in a few words.</param>
/// <param name="Message">The text, with the numbered places that <see cref="string.Format(string, object[])"/> fills.</param>
/// <param name="Severity">How grave it is.</param>
public sealed record Rule(string Id, string Title, string Message, Severity Severity = Severity.Error);
