using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ResNetGen.PublicApi.Tests;

public class ApiListingTests
{
    [Fact]
    public void Listing_has_all_that_users_can_see_and_nothing_else()
    {
        const string source = """
            #nullable enable
            namespace N;

            public abstract class A<T> : System.Exception, System.IDisposable, IHidden where T : class, new()
            {
                public const int Most = 3;
                public static readonly string? Text = null;
                protected A(int one, string two = "2", params object?[] rest) { }
                internal A() { }
                public string? Name { get; protected set; }
                public int Own { get; private set; }
                public int this[int index] => index;
                public event System.EventHandler? Changed { add { } remove { } }
                public virtual U Make<U>(ref T value, in int other, U? otherwise = default) where U : struct => default;
                public void Dispose() { }
                private protected void Hidden() { }
                public static A<T> operator +(A<T> one, A<T>? two) => one;
                protected internal enum Kind : byte { One = 1, Two }
                private class Inner { }
            }

            internal interface IHidden { }
            public readonly record struct R(int X);
            public static class E { public static bool Is(this string text, double at = 0.5) => true; }
            public delegate void D(out int x);
            """;
        using var stream = new MemoryStream();
        var emitted = CSharpCompilation.Create(
            "sample", [CSharpSyntaxTree.ParseText(source, cancellationToken: TestContext.Current.CancellationToken)],
            [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)], new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary))
            .Emit(stream, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Empty(emitted.Diagnostics);

        Assert.Equal(
            """
            public abstract class N.A<T> where T : class, new() : System.Exception, System.IDisposable
                protected A(int one, string two = "2", params object?[] rest)
                public const int Most = 3
                public event System.EventHandler? Changed
                public int Own { get; }
                public int this[int index] { get; }
                public static N.A<T> operator +(N.A<T> one, N.A<T>? two)
                public static readonly string? Text
                public string? Name { get; protected set; }
                public virtual U Make<U>(ref T value, in int other, U? otherwise = null) where U : struct
                public void Dispose()

            protected enum N.A<T>.Kind : byte
                One = 1
                Two = 2

            public static class N.E
                public static bool Is(this string text, double at = 0.5)

            public readonly struct N.R : System.IEquatable<N.R>
                public R(int X)
                public bool Equals(N.R other)
                public int X { get; init; }
                public override bool Equals(object obj)
                public override int GetHashCode()
                public override string ToString()
                public static bool operator !=(N.R left, N.R right)
                public static bool operator ==(N.R left, N.R right)
                public void Deconstruct(out int X)

            public delegate void N.D(out int x)

            """.ReplaceLineEndings("\n"),
            ApiListing.Of(MetadataReference.CreateFromImage(stream.ToArray())));
    }
}
