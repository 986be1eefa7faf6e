using static TorchSharp.torch;

namespace ResNetGen.Training;

/// <summary>A step's numbers, where the network is, until they are waited for.</summary>
/// <param name="Loss">The mean loss of the batch; of one process.</param>
/// <param name="Wrong">Pictures classified wrongly; of one process.</param>
/// <param name="All">Of several processes: the sum of losses, wrong, pictures, processes that were asked to end.</param>
/// <param name="Count">This process's pictures.</param>
internal sealed record StepNumbers(Tensor? Loss, Tensor? Wrong, Tensor? All, int Count) : IDisposable
{
    /// <summary>Waits for the numbers: the mean loss, wrong pictures, pictures, and whether a process was asked to end; of all processes.</summary>
    public (float Loss, double Wrong, double Images, bool Stop) Wait()
    {
        if (All is null)
            return (Loss!.item<float>(), Wrong!.item<long>(), Count, false);

        using var local = All.cpu();
        var numbers = local.data<double>().ToArray();
        return ((float)(numbers[0] / numbers[2]), numbers[1], numbers[2], numbers[3] > 0);
    }

    public void Dispose()
    {
        Loss?.Dispose();
        Wrong?.Dispose();
        All?.Dispose();
    }
}
