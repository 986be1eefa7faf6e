namespace ResNetGen.Training.Analyses;

/// <summary>How strongly a 3x3 layer answers.</summary>
/// <param name="Index">Its place among the 3x3 layers, from 1, in the order in which they run.</param>
/// <param name="Layer">The convolution's name in the network: <c>layer1.0.conv2</c>.</param>
/// <param name="Deviation">The standard deviation of all values of its response, over pictures, channels and positions.</param>
/// <param name="Mean">Their mean.</param>
public sealed record LayerResponse(int Index, string Layer, double Deviation, double Mean);
