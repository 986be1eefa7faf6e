namespace ResNetGen.LibTorch.Interop;

/// <summary>The operators behind layers and functions. An in-place one is called with Invoke where its result needs a handle of its own.</summary>
internal static class NeuralOperators
{
    internal static readonly Operator Conv1d = Operator.Find("aten::conv1d");
    internal static readonly Operator Conv1dByRule = Operator.Find("aten::conv1d", "padding");
    internal static readonly Operator Conv2d = Operator.Find("aten::conv2d");
    internal static readonly Operator Conv2dByRule = Operator.Find("aten::conv2d", "padding");
    internal static readonly Operator Linear = Operator.Find("aten::linear");
    internal static readonly Operator BatchNorm = Operator.Find("aten::batch_norm");
    internal static readonly Operator GroupNorm = Operator.Find("aten::group_norm");
    internal static readonly Operator MaxPool2d = Operator.Find("aten::max_pool2d");
    internal static readonly Operator MaxPool2dWithIndices = Operator.Find("aten::max_pool2d_with_indices");
    internal static readonly Operator AvgPool2d = Operator.Find("aten::avg_pool2d");
    internal static readonly Operator AdaptiveAvgPool2d = Operator.Find("aten::adaptive_avg_pool2d");
    internal static readonly Operator Flatten = Operator.Find("aten::flatten", "using_ints");
    internal static readonly Operator Pad = Operator.Find("aten::pad");
    internal static readonly Operator Dropout = Operator.Find("aten::dropout");
    internal static readonly Operator DropoutInPlace = Operator.Find("aten::dropout_");
    internal static readonly Operator FeatureDropout = Operator.Find("aten::feature_dropout");
    internal static readonly Operator FeatureDropoutInPlace = Operator.Find("aten::feature_dropout_");

    internal static readonly Operator Relu = Operator.Find("aten::relu");
    internal static readonly Operator ReluInPlace = Operator.Find("aten::relu_");
    internal static readonly Operator Hardtanh = Operator.Find("aten::hardtanh");
    internal static readonly Operator HardtanhInPlace = Operator.Find("aten::hardtanh_");
    internal static readonly Operator LeakyRelu = Operator.Find("aten::leaky_relu");
    internal static readonly Operator LeakyReluInPlace = Operator.Find("aten::leaky_relu_");
    internal static readonly Operator Elu = Operator.Find("aten::elu");
    internal static readonly Operator EluInPlace = Operator.Find("aten::elu_");
    internal static readonly Operator Silu = Operator.Find("aten::silu");
    internal static readonly Operator SiluInPlace = Operator.Find("aten::silu_");
    internal static readonly Operator Sigmoid = Operator.Find("aten::sigmoid");
    internal static readonly Operator SigmoidInPlace = Operator.Find("aten::sigmoid_");
    internal static readonly Operator Hardswish = Operator.Find("aten::hardswish");
    internal static readonly Operator HardswishInPlace = Operator.Find("aten::hardswish_");
    internal static readonly Operator Gelu = Operator.Find("aten::gelu");
    internal static readonly Operator GeluInPlace = Operator.Find("aten::gelu_");

    internal static readonly Operator Softmax = Operator.Find("aten::softmax", "int");
    internal static readonly Operator LogSoftmax = Operator.Find("aten::log_softmax", "int");
    internal static readonly Operator CrossEntropy = Operator.Find("aten::cross_entropy_loss");
    internal static readonly Operator NllLoss = Operator.Find("aten::nll_loss_nd");
    internal static readonly Operator MseLoss = Operator.Find("aten::mse_loss");
    internal static readonly Operator BinaryCrossEntropy = Operator.Find("aten::binary_cross_entropy");
    internal static readonly Operator BinaryCrossEntropyWithLogits = Operator.Find("aten::binary_cross_entropy_with_logits");
    internal static readonly Operator OneHot = Operator.Find("aten::one_hot");

    internal static readonly Operator UpsampleNearest2d = Operator.Find("aten::upsample_nearest2d", "vec");
    internal static readonly Operator UpsampleNearestExact2d = Operator.Find("aten::_upsample_nearest_exact2d", "vec");
    internal static readonly Operator UpsampleBilinear2d = Operator.Find("aten::upsample_bilinear2d", "vec");
    internal static readonly Operator UpsampleBilinear2dSmooth = Operator.Find("aten::_upsample_bilinear2d_aa", "vec");
    internal static readonly Operator UpsampleBicubic2d = Operator.Find("aten::upsample_bicubic2d", "vec");
    internal static readonly Operator UpsampleBicubic2dSmooth = Operator.Find("aten::_upsample_bicubic2d_aa", "vec");

    internal static readonly Operator AddScalarInPlace = Operator.Find("aten::add_", "Scalar");
}
