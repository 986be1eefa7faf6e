// Layouts of activations: libtorch's tensors as oneDNN's memory.
#pragma once
#include "onednn_primitive.h"

#include <optional>
#include <tuple>

namespace resnetgen {

inline memory::data_type type_of(at::ScalarType type) {
  TORCH_CHECK(type == at::kFloat || type == at::kBFloat16, "inference is in float32 or bfloat16, not in ", type);
  return type == at::kFloat ? memory::data_type::f32 : memory::data_type::bf16;
}

enum class Order : int64_t { Plain = 0, ChannelsLast = 1, Blocked8 = 8, Blocked16 = 16 };

// Where each value of [n, c, h, w] lies. Blocked channels are whole blocks, always.
struct Layout {
  int64_t n = 0, c = 0, h = 0, w = 0;
  Order order = Order::Plain;
  at::ScalarType type = at::kFloat;

  int64_t block() const { return static_cast<int64_t>(order); }
  bool blocked() const { return block() >= 8; }
  int64_t values() const { return n * c * h * w; }

  static Layout of(const at::Tensor& x) {
    Layout layout;
    layout.type = x.scalar_type();
    TORCH_CHECK(x.dim() == 4 || x.dim() == 5, "a tensor [N, C, H, W], or a blocked one, is needed, not one of ", x.dim(), " dimensions");
    layout.n = x.size(0);
    layout.c = x.size(1);
    layout.h = x.size(2);
    layout.w = x.size(3);
    if (x.dim() == 5) {
      layout.order = static_cast<Order>(x.size(4));
      TORCH_CHECK(x.size(4) == 8 || x.size(4) == 16, "channels lie in blocks of 8 or 16, not of ", x.size(4));
      layout.c *= x.size(4);
    } else if (!x.is_contiguous() && x.is_contiguous(at::MemoryFormat::ChannelsLast)) {
      layout.order = Order::ChannelsLast;
    }
    return layout;
  }

  memory::format_tag tag() const {
    switch (order) {
      case Order::Blocked8: return memory::format_tag::nChw8c;
      case Order::Blocked16: return memory::format_tag::nChw16c;
      case Order::ChannelsLast: return memory::format_tag::nhwc;
      default: return memory::format_tag::nchw;
    }
  }

  memory::desc desc() const { return memory::desc({n, c, h, w}, type_of(type), tag()); }
  memory::desc any() const { return memory::desc({n, c, h, w}, type_of(type), memory::format_tag::any); }

  // The same values in the order of `desc`, where a tensor can have it.
  std::optional<Layout> as(const memory::desc& desc) const {
    Layout found = *this;
    for (Order order : {Order::Blocked8, Order::Blocked16, Order::ChannelsLast, Order::Plain}) {
      found.order = order;
      if (found.blocked() && c % found.block() != 0) continue;
      if (found.desc() == desc) return found;
    }
    return std::nullopt;
  }

  at::Tensor empty() const {
    auto options = at::TensorOptions().dtype(type);
    if (blocked()) return at::empty({n, c / block(), h, w, block()}, options);
    return at::empty({n, c, h, w}, options, order == Order::ChannelsLast ? at::MemoryFormat::ChannelsLast : at::MemoryFormat::Contiguous);
  }

  bool operator==(const Layout& o) const {
    return std::tie(n, c, h, w, order, type) == std::tie(o.n, o.c, o.h, o.w, o.order, o.type);
  }
};

// A tensor that oneDNN can read where it lies.
inline at::Tensor dense(const at::Tensor& x) {
  return x.is_contiguous() || (x.dim() == 4 && x.is_contiguous(at::MemoryFormat::ChannelsLast)) ? x : x.contiguous();
}

inline void reorder(const at::Tensor& from, const memory::desc& from_desc, const at::Tensor& to, const memory::desc& to_desc) {
  auto source = over(from_desc, from);
  auto target = over(to_desc, to);
  dnnl::reorder(source, target).execute(stream(), source, target);
}

// `x` in another order of its values; its own memory where it has that order.
inline at::Tensor in_order(const at::Tensor& x, const Layout& wanted) {
  auto given = dense(x);
  auto layout = Layout::of(given);
  if (layout == wanted) return given;
  auto result = wanted.empty();
  reorder(given, layout.desc(), result, wanted.desc());
  return result;
}

}  // namespace resnetgen
