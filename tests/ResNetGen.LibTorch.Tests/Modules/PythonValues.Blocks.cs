namespace ResNetGen.LibTorch.Tests.Modules;

/// <content>Layers over one dimension, dropping, and what blocks call by hand.</content>
internal static partial class PythonValues
{
    // torch.manual_seed(0); c = nn.Conv1d(2, 3, 5); c.weight
    internal static readonly float[] Conv1dWeight =
    [
        -0.0023675405f, 0.169638351f, -0.260269731f, -0.232724354f, -0.121796504f, 0.0847988054f,
        -0.00626547774f, 0.250733674f, -0.0280633308f, 0.0836778358f, -0.0955681652f, -0.062159434f,
        -0.302107722f, -0.209431991f, -0.130356386f, 0.0117142061f, 0.125015959f, 0.189743862f,
        -0.214383796f, -0.13770543f, 0.114859335f, 0.26259172f, -0.0650797263f, 0.236636952f,
        -0.0509706512f, 0.0334613547f, 0.28633672f, -0.293355137f, -0.199077368f, -0.0800578818f,
    ];

    // torch.manual_seed(0); c = nn.Conv1d(2, 3, 5); c.bias
    internal static readonly float[] Conv1dBias =
    [
        -0.123265564f, 0.273221046f, -0.204972401f,
    ];

    // torch.manual_seed(1); c = nn.Conv1d(4, 6, 3, groups=2, bias=False); c.weight
    internal static readonly float[] GroupedConv1dWeight =
    [
        0.210355327f, -0.180191919f, -0.079143621f, 0.191619068f, -0.384340018f, 0.244833559f,
        -0.0839870125f, 0.20769383f, 0.0567534491f, -0.0499876179f, 0.113232121f, 0.0201396178f,
        0.149103791f, -0.159094781f, -0.0297648776f, -0.0367535055f, 0.059173122f, -0.00163087947f,
        0.356877089f, 0.127042845f, -0.152034223f, -0.246566191f, -0.068428807f, -0.176094115f,
        -0.130822569f, 0.0195475835f, 0.243368149f, 0.221897915f, -0.399083495f, 0.253081501f,
        0.11404983f, 0.387246162f, 0.269468307f, -0.371970415f, -0.388165921f, -0.19691126f,
    ];

    // torch.manual_seed(4); x = torch.randn(2, 4, 11); c = nn.Conv1d(4, 2, 3, stride=2, padding=1); c(x)[1]
    internal static readonly float[] Conv1dOutput =
    [
        0.562866509f, -0.16388537f, -1.2012037f, -0.553682625f, -0.698219597f, 0.136379987f,
        0.478747815f, 0.242807582f, 0.113026217f, 0.839163065f, -0.126911059f, 0.341551691f,
    ];

    // torch.manual_seed(4); x = torch.randn(2, 4, 11); c = nn.Conv1d(4, 4, 3, padding=2, dilation=2, groups=4, bias=False); c(x)[0, 1]
    internal static readonly float[] DilatedConv1dOutput =
    [
        -0.056478925f, 0.247173339f, 0.135518447f, -0.0647551045f, 0.239727601f, 0.289062917f,
        0.554618418f, -0.503470898f, 0.195527703f, -0.0858482271f, 0.0522146299f,
    ];

    // torch.manual_seed(4); x = torch.randn(2, 4, 11); c = nn.Conv1d(4, 1, 5, padding='same'); c(x)[1, 0]
    internal static readonly float[] SameConv1dOutput =
    [
        0.133326724f, 0.542686582f, 0.67095083f, 0.226192012f, -0.0262626931f, -0.727889478f,
        0.548531294f, -0.627636313f, 0.167892724f, 0.489663899f, 0.052774433f,
    ];

    // torch.manual_seed(4); x = torch.randn(2, 4, 5, 5); c = nn.Conv1d(1, 1, 3, padding=1, bias=False); c(x.mean((2, 3)).unsqueeze(1))[:, 0]
    internal static readonly float[] GatingConv1dOutput =
    [
        0.0156625994f, -0.05197604f, -0.00224660826f, 0.0138619235f, 0.0759126469f, -0.101583272f,
        0.00718815671f, 0.0465639494f,
    ];

    // torch.manual_seed(5); F.dropout2d(torch.arange(1., 31.).view(2, 5, 1, 3), 0.4)
    internal static readonly float[] Dropout2dOutput =
    [
        0f, 0f, 0f, 6.66666651f, 8.33333302f, 10f,
        11.666666f, 13.333333f, 15f, 16.666666f, 18.3333321f, 20f,
        21.666666f, 23.3333321f, 25f, 0f, 0f, 0f,
        31.666666f, 33.3333321f, 35f, 0f, 0f, 0f,
        0f, 0f, 0f, 46.6666641f, 48.3333321f, 50f,
    ];

    // torch.manual_seed(5); F.dropout2d(torch.arange(1., 31.).view(2, 5, 1, 3), 0.4); torch.rand(2)
    internal static readonly float[] Dropout2dAfter =
    [
        0.669764817f, 0.261473119f,
    ];

    // torch.manual_seed(5); torch.ones(1).new_empty(6, 1, 1, 1).bernoulli_(0.6).div_(0.6)
    internal static readonly float[] DropPathMask =
    [
        0f, 1.66666663f, 1.66666663f, 1.66666663f, 1.66666663f, 0f,
    ];

    // torch.manual_seed(4); x = torch.randn(2, 4, 5, 5); F.elu(x, 0.7)[0, 0, 0]
    internal static readonly float[] EluOutput =
    [
        -0.426947564f, 1.26324677f, -0.117510617f, 0.150505453f, 0.10750223f,
    ];

    // torch.manual_seed(4); x = torch.randn(2, 4, 5, 5); torch._C._nn.elu(x, 0.7, 1.5, 0.5)[0, 0, 0]
    internal static readonly float[] ScaledEluOutput =
    [
        -0.394212246f, 1.89487016f, -0.0921791345f, 0.22575818f, 0.161253348f,
    ];

    // torch.manual_seed(4); x = torch.randn(2, 4, 5, 5); F.relu6(x * 8)[0, 0, 0]
    internal static readonly float[] CappedRelu6Output =
    [
        0f, 6f, 0f, 1.20404363f, 0.860017836f,
    ];

    // torch.manual_seed(4); x = torch.randn(2, 4, 5, 5); nn.AvgPool2d(3, 2, 1, divisor_override=5)(x)[0, 0]
    internal static readonly float[] AvgPoolDivisorOutput =
    [
        -0.51166743f, -0.323211551f, -0.163082108f, -0.482808679f, -0.265829951f, -0.588861346f,
        0.0616131239f, 0.515851438f, -0.0283134226f,
    ];

    // torch.manual_seed(4); x = torch.randn(2, 4, 5, 5); nn.AvgPool2d(3, 2, 1, count_include_pad=False)(x)[0, 0]
    internal static readonly float[] AvgPoolPaddedOutput =
    [
        -0.639584303f, -0.269342959f, -0.203852639f, -0.402340561f, -0.147683308f, -0.490717769f,
        0.0770164058f, 0.429876208f, -0.0353917778f,
    ];

    // torch.manual_seed(4); x = torch.randn(2, 4, 5, 5); nn.MaxPool2d(2, 2, 1, ceil_mode=True)(x)[0, 0]
    internal static readonly float[] MaxPoolCeilOutput =
    [
        -0.941416502f, 1.26324677f, 0.150505453f, 0.397560775f, 0.669925988f, 0.0466952436f,
        1.13961565f, 1.51909697f, 0.767735481f,
    ];

    // torch.manual_seed(4); x = torch.randn(2, 4, 5, 5); m, v = torch.arange(4.), torch.arange(1., 5.); F.batch_norm(x, m, v, v, m, False, 0.1, 1e-3)[0, :, 0, 0]
    internal static readonly float[] BatchNormByHand =
    [
        -0.940946162f, -0.675909579f, -2.49485826f, -3.51960397f,
    ];

    // torch.manual_seed(4); x = torch.randn(2, 4, 5, 5); m, v = torch.arange(4.), torch.arange(1., 5.); F.batch_norm(x, m, v, None, None, True, 0.3, 1e-3); m
    internal static readonly float[] BatchNormMovedMean =
    [
        -0.0832974017f, 0.696756065f, 1.40331793f, 2.05017424f,
    ];

    // torch.manual_seed(4); x = torch.randn(2, 4, 5, 5); m, v = torch.arange(4.), torch.arange(1., 5.); F.batch_norm(x, m, v, None, None, True, 0.3, 1e-3); v
    internal static readonly float[] BatchNormMovedVariance =
    [
        0.973916113f, 1.7688508f, 2.33797836f, 3.11601019f,
    ];
}
