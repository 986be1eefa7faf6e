// A convolution whose weights are laid out for the machine, prepared once per input shape.
#pragma once
#include "onednn.h"
#include "onednn_layout.h"
#include "onednn_winograd.h"

#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace resnetgen {

// One convolution for one shape of input. Never changes once made, so that threads may share it.
struct Prepared {
  Layout given;      // of x, as it comes
  Layout source;     // of x, as oneDNN wants it
  Layout target;
  bool adds = false;
  int threads = 0;
  dnnl::convolution_forward primitive;
  memory::desc weights_desc, scratch_desc;
  std::shared_ptr<at::Tensor> weights;
  std::string implementation;
  std::optional<winograd::Shape> fewer;  // where fewer multiplications do, in place of the primitive
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

class Convolution {
  RiConvolution settings;
  at::ScalarType type;
  at::Tensor bias;
  memory::dims weight_dims;  // with groups in front, where there are some
  std::shared_ptr<at::Tensor> weights;
  memory::desc weights_desc;
  std::mutex gate;
  std::list<std::shared_ptr<const Prepared>> prepared;  // the last used first

 public:
  Convolution(const at::Tensor& weight, const at::Tensor& bias_, const RiConvolution& settings_) : settings(settings_), type(weight.scalar_type()) {
    auto groups = settings.groups;
    auto merged = merge_groups(weight, groups);
    settings.groups = groups;
    weights = std::make_shared<at::Tensor>(merged.contiguous());
    bias = bias_.defined() ? bias_.contiguous() : at::zeros({weight.size(0)}, weight.options());
    auto sizes = merged.sizes();
    if (groups == 1) {
      weight_dims = {sizes[0], sizes[1], sizes[2], sizes[3]};
    } else {
      weight_dims = {groups, sizes[0] / groups, sizes[1], sizes[2], sizes[3]};
    }
    weights_desc = memory::desc(weight_dims, type_of(type),
                                groups == 1 ? memory::format_tag::oihw : memory::format_tag::goihw);
  }

  at::Tensor run(const at::Tensor& given, const at::Tensor& addend) {
    auto x = dense(given);
    auto plan = find(Layout::of(x), addend.defined());
    Threads limit(plan->threads);
    auto source = in_order(x, plan->source);
    at::Tensor target;
    if (addend.defined()) {
      TORCH_CHECK(same_values(Layout::of(addend), plan->target), "the addend has another shape than the convolution's result");
      target = in_order(addend, plan->target);
      // What is still to be read must not be written over.
      if (target.is_alias_of(source)) target = target.clone();
    } else {
      target = plan->target.empty();
    }
    if (plan->fewer) {
      winograd::run(*plan->fewer, source.data_ptr<float>(), plan->weights->data_ptr<float>(), bias.data_ptr<float>(), target.data_ptr<float>(), plan->threads);
      return target;
    }
    std::unordered_map<int, memory> arguments{
        {DNNL_ARG_SRC, over(plan->source.desc(), source)},
        {DNNL_ARG_WEIGHTS, over(plan->weights_desc, *plan->weights)},
        {DNNL_ARG_BIAS, over(bias_desc(), bias)},
        {DNNL_ARG_DST, over(plan->target.desc(), target)}};
    at::Tensor scratch;
    if (auto bytes = static_cast<int64_t>(plan->scratch_desc.get_size())) {
      scratch = at::empty({bytes}, at::TensorOptions().dtype(at::kByte));
      arguments.emplace(DNNL_ARG_SCRATCHPAD, over(plan->scratch_desc, scratch));
    }
    plan->primitive.execute(stream(), arguments);
    return target;
  }

  int32_t shapes() {
    std::lock_guard<std::mutex> lock(gate);
    return static_cast<int32_t>(prepared.size());
  }

  std::string implementation() {
    std::lock_guard<std::mutex> lock(gate);
    return prepared.empty() ? "" : prepared.front()->implementation;
  }

 private:
  static bool same_values(const Layout& a, const Layout& b) {
    return std::tie(a.n, a.c, a.h, a.w, a.type) == std::tie(b.n, b.c, b.h, b.w, b.type);
  }

  // oneDNN is fast where a group's channels are whole vectors: narrower groups are put together, with zeros between them.
  static at::Tensor merge_groups(const at::Tensor& weight, int64_t& groups) {
    int64_t in = weight.size(1), out = weight.size(0) / groups, together = 1;
    if (groups == 1 || (in == 1 && out == 1)) return weight;
    while (groups % (together * 2) == 0 && (in * together % 8 != 0 || out * together % 8 != 0)) together *= 2;
    if (together == 1 || in * together % 8 != 0 || out * together % 8 != 0 || together > 8) return weight;
    auto wide = at::zeros({weight.size(0), in * together, weight.size(2), weight.size(3)}, weight.options());
    for (int64_t g = 0; g < groups; g++) {
      wide.narrow(0, g * out, out).narrow(1, g % together * in, in).copy_(weight.narrow(0, g * out, out));
    }
    groups /= together;
    return wide;
  }

  memory::desc bias_desc() const {
    return memory::desc({bias.size(0)}, type_of(bias.scalar_type()), memory::format_tag::x);
  }

  // Sharing a small convolution among threads costs more than it gains.
  int threads_for(const Layout& given) const {
    constexpr int64_t worth_sharing = 4'000'000;  // multiply-adds: some 50 microseconds of one core
    at::internal::lazy_init_num_threads();
    int64_t each = 1;
    for (auto size : weight_dims) each *= size;
    auto places = given.n * given.h * given.w / (settings.stride[0] * settings.stride[1]);
    return places * each < worth_sharing ? 1 : at::get_num_threads();
  }

  std::shared_ptr<const Prepared> find(const Layout& given, bool adds) {
    int threads = threads_for(given);
    std::lock_guard<std::mutex> lock(gate);
    for (auto entry = prepared.begin(); entry != prepared.end(); ++entry) {
      if ((*entry)->given == given && (*entry)->adds == adds && (*entry)->threads == threads) {
        prepared.splice(prepared.begin(), prepared, entry);
        return prepared.front();
      }
    }
    auto made = prepare(given, adds, threads);
    prepared.push_front(made);
    if (prepared.size() > static_cast<size_t>(settings.shapes)) prepared.pop_back();
    return made;
  }

  dnnl::primitive_attr attributes(bool adds) const {
    dnnl::post_ops operations;
    if (adds) operations.append_sum();
    switch (settings.activation) {
      case RI_RELU: append(operations, dnnl::algorithm::eltwise_relu, 0, 0); break;
      case RI_RELU6: append(operations, dnnl::algorithm::eltwise_clip, 0, 6); break;
      case RI_LEAKY_RELU: append(operations, dnnl::algorithm::eltwise_relu, 0.01f, 0); break;
      case RI_ELU: append(operations, dnnl::algorithm::eltwise_elu, 1, 0); break;
      case RI_SILU: append(operations, dnnl::algorithm::eltwise_swish, 1, 0); break;
      case RI_GELU: append(operations, dnnl::algorithm::eltwise_gelu_erf, 0, 0); break;
      case RI_HARDSWISH: append(operations, dnnl::algorithm::eltwise_hardswish, 1.0f / 6, 0.5f); break;
      default: break;
    }
    dnnl::primitive_attr attr;
    attr.set_post_ops(operations);
    attr.set_scratchpad_mode(dnnl::scratchpad_mode::user);
    return attr;
  }

  dnnl::convolution_forward::primitive_desc describe(const memory::desc& source, const memory::desc& target, bool adds) const {
    memory::desc any(weight_dims, type_of(type), memory::format_tag::any);
    memory::dims strides{settings.stride[0], settings.stride[1]};
    memory::dims dilations{settings.dilation[0] - 1, settings.dilation[1] - 1};
    memory::dims padding{settings.padding[0], settings.padding[1]};
    return describe_convolution(source, any, bias_desc(), target, strides, dilations, padding, attributes(adds));
  }

  // How much faster than the others an implementation is expected to be.
  static int rank(const std::string& name) {
    if (name.find("ref") != std::string::npos) return 0;
    return name.find("gemm") != std::string::npos && name.find("brgemm") == std::string::npos ? 1 : 2;
  }

  std::shared_ptr<const Prepared> prepare(const Layout& given, bool adds, int threads) {
    Layout result = given;
    result.order = Order::Plain;
    int64_t groups = settings.groups;
    result.c = groups == 1 ? weight_dims[0] : groups * weight_dims[1];
    TORCH_CHECK(given.c == groups * weight_dims[groups == 1 ? 1 : 2], "the convolution takes ",
                groups * weight_dims[groups == 1 ? 1 : 2], " channels; the input has ", given.c);
    auto extent = [&](int64_t size, int axis) {
      auto kernel = weight_dims[weight_dims.size() - 2 + axis];
      return (size + 2 * settings.padding[axis] - settings.dilation[axis] * (kernel - 1) - 1) / settings.stride[axis] + 1;
    };
    result.h = extent(given.h, 0);
    result.w = extent(given.w, 1);
    auto last = [](Layout layout) { layout.order = Order::ChannelsLast; return layout; };
    auto plain = [](Layout layout) { layout.order = Order::Plain; return layout; };

    Threads limit(threads);
    auto best = std::make_shared<Prepared>();
    int best_rank = -1;
    // As x comes; as oneDNN likes it best; and the orders without blocks.
    const std::pair<memory::desc, memory::desc> choices[] = {
        {given.desc(), result.any()},
        {given.any(), result.any()},
        {last(given).desc(), last(result).desc()},
        {plain(given).desc(), plain(result).desc()}};
    for (const auto& [source, target] : choices) {
      try {
        auto pd = describe(source, target, adds);
        std::string name = pd.impl_info_str();
        auto from = given.as(pd.src_desc());
        auto to = result.as(pd.dst_desc());
        if (!from || !to || rank(name) <= best_rank) continue;
        best_rank = rank(name);
        best->source = *from;
        best->target = *to;
        best->implementation = name;
        best->weights_desc = pd.weights_desc();
        best->scratch_desc = pd.scratchpad_desc();
        best->primitive = dnnl::convolution_forward(pd);
        if (best_rank == 2) break;
      } catch (const dnnl::error&) {
        // No implementation takes these orders.
      }
    }
    TORCH_CHECK(best_rank >= 0, "oneDNN has no implementation of the convolution for this input");
    best->given = given;
    best->adds = adds;
    best->threads = threads;
    best->fewer = fewer(*best);
    if (best->fewer) best->implementation = "winograd:avx2";
    lay_out(*best);
    return best;
  }

  // Winograd's way for a plan that oneDNN would compute directly, where that is slower and the larger weights do not ask too much.
  std::optional<winograd::Shape> fewer(const Prepared& plan) const {
    constexpr int64_t most_weights = 256 * 256, fewest_tiles = 9;
    bool is_3x3 = settings.groups == 1 && weight_dims[2] == 3 && weight_dims[3] == 3;
    bool by_one = settings.stride[0] == 1 && settings.stride[1] == 1 && settings.dilation[0] == 1 && settings.dilation[1] == 1;
    bool known = settings.activation == RI_NONE || settings.activation == RI_RELU;
    bool ordered = plan.source.order == Order::Blocked8 && plan.target.order == Order::Blocked8 && plan.source.type == at::kFloat;
    if (!winograd::available() || !is_3x3 || !by_one || !known || !ordered) return std::nullopt;
    const auto &from = plan.source, &to = plan.target;
    winograd::Shape shape{from.n, from.c, from.h, from.w, to.c, to.h, to.w, settings.padding[0], settings.padding[1],
                          plan.adds, settings.activation == RI_RELU};
    if (to.c % winograd::wide != 0 || from.c * to.c > most_weights || shape.tiles() < fewest_tiles) return std::nullopt;
    return shape;
  }

  // The weights as the plan needs them: those of another plan, or made from the convolution's own.
  void lay_out(Prepared& plan) {
    for (const auto& other : prepared) {
      if (other->fewer.has_value() == plan.fewer.has_value() && (plan.fewer || other->weights_desc == plan.weights_desc)) {
        plan.weights = other->weights;
        return;
      }
    }
    if (plan.fewer) {
      memory::desc plain(weight_dims, memory::data_type::f32, memory::format_tag::oihw);
      auto given = moved(plain);
      plan.weights = std::make_shared<at::Tensor>(at::empty({winograd::points * weight_dims[0] * weight_dims[1]}));
      winograd::transform_weights(given->data_ptr<float>(), weight_dims[0], weight_dims[1], plan.weights->data_ptr<float>(), plan.threads);
    } else {
      weights = moved(plan.weights_desc);
      weights_desc = plan.weights_desc;
      plan.weights = weights;
    }
  }

  std::shared_ptr<at::Tensor> moved(const memory::desc& wanted) const {
    if (weights_desc == wanted) return weights;
    auto bytes = static_cast<int64_t>(wanted.get_size());
    auto result = std::make_shared<at::Tensor>(at::empty({bytes / static_cast<int64_t>(at::elementSize(type))}, at::TensorOptions().dtype(type)));
    reorder(*weights, weights_desc, *result, wanted);
    return result;
  }
};

}  // namespace resnetgen
