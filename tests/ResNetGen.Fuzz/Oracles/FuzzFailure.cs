namespace ResNetGen.Fuzz.Oracles;

/// <summary>What an input must not do.</summary>
/// <param name="signature">What all failures of one cause have in common.</param>
/// <param name="message">What happened.</param>
internal sealed class FuzzFailure(string signature, string message) : Exception(message)
{
    public string Signature => signature;
}
