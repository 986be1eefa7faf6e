namespace ResNetGen.Training.Distributed;

/// <summary>The reduction of gradients over processes.</summary>
public interface IGradientReduction : IDisposable
{
    /// <summary>Call between forward and backward.</summary>
    void BeforeBackward();

    /// <summary>Call after backward: waits until every gradient is reduced.</summary>
    void AfterBackward();
}
