using System.Globalization;

namespace ResNetGen.Export.Tests.Support;

/// <summary>For as long as it lives, numbers are written as no program wants them.</summary>
internal sealed class OtherNumbers : IDisposable
{
    private readonly CultureInfo _before = CultureInfo.CurrentCulture;

    public OtherNumbers()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = ",";
        culture.NumberFormat.NumberGroupSeparator = "'";
        culture.NumberFormat.NegativeSign = "~";
        CultureInfo.CurrentCulture = culture;
    }

    public void Dispose() => CultureInfo.CurrentCulture = _before;
}
