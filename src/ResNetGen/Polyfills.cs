// What the C# compiler needs and netstandard2.0 lacks.
#pragma warning disable IDE0130 // this type must live where the compiler looks for it

namespace System.Runtime.CompilerServices;

internal static class IsExternalInit;
