// How one convolution is computed for one shape of input.
#pragma once
#include "onednn.h"
#include "onednn_weights.h"

#include <string>

namespace resnetgen {

// Never changes once made, so that threads may share it.
struct Plan {
  Layout given;      // of x, as it comes
  Layout source;     // of x, as it is read
  Layout target;
  bool adds = false;
  int threads = 0;
  std::string implementation;
  std::shared_ptr<at::Tensor> weights;
  // By oneDNN's primitive ...
  dnnl::convolution_forward primitive;
  memory::desc weights_desc, bias_desc, scratch_desc;
  // ... or in fewer multiplications.
  std::optional<winograd::Shape> fewer;
  std::shared_ptr<at::Tensor> transformed;  // null where the weights are transformed as they are used
};

// Dilations count from 0. oneDNN 3 has no descriptors of operations any more.
inline dnnl::convolution_forward::primitive_desc describe_convolution(
    const memory::desc& source, const memory::desc& weights, const memory::desc& bias, const memory::desc& target,
    const memory::dims& strides, const memory::dims& dilations, const memory::dims& padding, const dnnl::primitive_attr& attributes) {
  auto kind = dnnl::prop_kind::forward_inference;
  auto algorithm = dnnl::algorithm::convolution_direct;
#if DNNL_VERSION_MAJOR >= 3
  return {engine(), kind, algorithm, source, weights, bias, target, strides, dilations, padding, padding, attributes};
#else
  return {{kind, algorithm, source, weights, bias, target, strides, dilations, padding, padding}, attributes, engine()};
#endif
}

inline void append(dnnl::post_ops& operations, dnnl::algorithm function, float alpha, float beta) {
#if DNNL_VERSION_MAJOR >= 3
  operations.append_eltwise(function, alpha, beta);
#else
  operations.append_eltwise(1, function, alpha, beta);
#endif
}

// What follows the sum of products.
inline dnnl::primitive_attr behind(int32_t activation, bool adds) {
  dnnl::post_ops operations;
  if (adds) operations.append_sum();
  switch (activation) {
    case RI_RELU: append(operations, dnnl::algorithm::eltwise_relu, 0, 0); break;
    case RI_RELU6: append(operations, dnnl::algorithm::eltwise_clip, 0, 6); break;
    case RI_LEAKY_RELU: append(operations, dnnl::algorithm::eltwise_relu, 0.01f, 0); break;
    case RI_ELU: append(operations, dnnl::algorithm::eltwise_elu, 1, 0); break;
    case RI_SILU: append(operations, dnnl::algorithm::eltwise_swish, 1, 0); break;
    case RI_GELU: append(operations, dnnl::algorithm::eltwise_gelu_erf, 0, 0); break;
    case RI_HARDSWISH: append(operations, dnnl::algorithm::eltwise_hardswish, 1.0f / 6, 0.5f); break;
    default: break;
  }
  auto attributes = own_scratch();
  attributes.set_post_ops(operations);
  return attributes;
}

// How much faster than the others an implementation is expected to be.
inline int rank_of(const std::string& implementation) {
  if (implementation.find("ref") != std::string::npos) return 0;
  return implementation.find("gemm") != std::string::npos && implementation.find("brgemm") == std::string::npos ? 1 : 2;
}

// Winograd's way for a plan that oneDNN would compute directly, where that is slower.
inline std::optional<winograd::Shape> fewer(const Plan& plan, const Weights& weights, const RiConvolution& settings) {
  bool is_3x3 = settings.groups == 1 && weights.kernel(0) == 3 && weights.kernel(1) == 3;
  bool by_one = settings.stride[0] == 1 && settings.stride[1] == 1 && settings.dilation[0] == 1 && settings.dilation[1] == 1;
  bool known = settings.activation == RI_NONE || settings.activation == RI_RELU;
  bool ordered = plan.source.order == Order::Blocked8 && plan.target.order == Order::Blocked8 && plan.source.type == at::kFloat;
  if (!winograd::available() || !is_3x3 || !by_one || !known || !ordered) return std::nullopt;
  const auto &from = plan.source, &to = plan.target;
  winograd::Shape shape{from.n, from.c, from.h, from.w, to.c, to.h, to.w, settings.padding[0], settings.padding[1],
                        plan.adds, settings.activation == RI_RELU};
  if (to.c % winograd::wide != 0 || !shape.pays()) return std::nullopt;
  return shape;
}

inline Plan make_plan(const Layout& given, bool adds, int threads, Weights& weights, const memory::desc& bias, const RiConvolution& settings) {
  TORCH_CHECK(given.c == weights.in(), "the convolution takes ", weights.in(), " channels; the input has ", given.c);
  auto extent = [&](int64_t size, int axis) {
    return (size + 2 * settings.padding[axis] - settings.dilation[axis] * (weights.kernel(axis) - 1) - 1) / settings.stride[axis] + 1;
  };
  Layout result = given;
  result.order = Order::Plain;
  result.c = weights.out();
  result.h = extent(given.h, 0);
  result.w = extent(given.w, 1);
  memory::dims strides{settings.stride[0], settings.stride[1]}, padding{settings.padding[0], settings.padding[1]};
  memory::dims dilations{settings.dilation[0] - 1, settings.dilation[1] - 1};
  auto last = [](Layout layout) { layout.order = Order::ChannelsLast; return layout; };
  auto plain = [](Layout layout) { layout.order = Order::Plain; return layout; };

  Threads limit(threads);
  Plan plan;
  dnnl::convolution_forward::primitive_desc chosen;
  int best = -1;
  // As x comes; as oneDNN likes it best; and the orders without blocks.
  const std::pair<memory::desc, memory::desc> choices[] = {
      {given.desc(), result.any()},
      {given.any(), result.any()},
      {last(given).desc(), last(result).desc()},
      {plain(given).desc(), plain(result).desc()}};
  for (const auto& [source, target] : choices) {
    try {
      auto pd = describe_convolution(source, weights.any(), bias, target, strides, dilations, padding, behind(settings.activation, adds));
      std::string name = pd.impl_info_str();
      auto from = given.as(pd.src_desc());
      auto to = result.as(pd.dst_desc());
      if (!from || !to || rank_of(name) <= best) continue;
      best = rank_of(name);
      plan.source = *from;
      plan.target = *to;
      plan.implementation = name;
      chosen = pd;
      if (best == 2) break;
    } catch (const dnnl::error&) {
      // No implementation takes these orders.
    }
  }
  TORCH_CHECK(best >= 0, "oneDNN has no implementation of the convolution for this input");
  plan.given = given;
  plan.adds = adds;
  plan.threads = threads;
  plan.bias_desc = bias;
  plan.fewer = fewer(plan, weights, settings);
  if (plan.fewer) {
    plan.implementation = "winograd:avx2";
    plan.weights = weights.blocked();
    if (plan.fewer->keeps()) plan.transformed = weights.transformed();
  } else {
    plan.primitive = dnnl::convolution_forward(chosen);
    plan.scratch_desc = chosen.scratchpad_desc();
    plan.weights_desc = chosen.weights_desc();
    plan.weights = weights.in_order(plan.weights_desc);
  }
  return plan;
}

}  // namespace resnetgen
