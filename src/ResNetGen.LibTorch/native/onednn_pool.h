// Max pooling in whatever layout the input has.
#pragma once
#include "onednn_layout.h"

namespace resnetgen {

struct PreparedPool {
  Layout given, target;
  int64_t kernel, stride, padding;
  bool ceil_mode;
  int threads;
  dnnl::pooling_forward primitive;
  memory::desc scratch_desc;
};

inline PreparedPool prepare_pool(const Layout& given, int64_t kernel, int64_t stride, int64_t padding, bool ceil_mode, int threads) {
  PreparedPool made{given, given, kernel, stride, padding, ceil_mode, threads, {}, {}};
  int64_t after[2];
  auto extent = [&](int64_t size, int axis) {
    auto over = size + 2 * padding - kernel;
    auto out = (ceil_mode ? over + stride - 1 : over) / stride + 1;
    // A window that would start beyond the input and its first border does not count.
    if (ceil_mode && (out - 1) * stride >= size + padding) out--;
    after[axis] = std::max<int64_t>(0, (out - 1) * stride + kernel - size - padding);
    return out;
  };
  made.target.h = extent(given.h, 0);
  made.target.w = extent(given.w, 1);
  auto kind = dnnl::prop_kind::forward_inference;
  auto algorithm = dnnl::algorithm::pooling_max;
  memory::dims strides{stride, stride}, window{kernel, kernel}, before{padding, padding}, behind{after[0], after[1]};
#if DNNL_VERSION_MAJOR >= 3
  dnnl::pooling_forward::primitive_desc pd(
      engine(), kind, algorithm, given.desc(), made.target.desc(), strides, window, {0, 0}, before, behind, own_scratch());
#else
  dnnl::pooling_forward::primitive_desc pd(
      {kind, algorithm, given.desc(), made.target.desc(), strides, window, before, behind}, own_scratch(), engine());
#endif
  made.scratch_desc = pd.scratchpad_desc();
  made.primitive = dnnl::pooling_forward(pd);
  return made;
}

inline at::Tensor max_pool(const at::Tensor& x, int64_t kernel, int64_t stride, int64_t padding, bool ceil_mode) {
  // Networks have one pool or a few: the last ones of the process are kept. Never destroyed, as the engine.
  constexpr size_t most = 32;
  static auto* kept = new Recent<PreparedPool>;
  auto given = dense(x);
  auto layout = Layout::of(given);
  int threads = threads_for(given.numel(), 0);
  auto plan = kept->find(
      most,
      [&](const PreparedPool& p) {
        return p.given == layout && p.kernel == kernel && p.stride == stride && p.padding == padding && p.ceil_mode == ceil_mode && p.threads == threads;
      },
      [&] {
        Threads limit(threads);
        return std::make_shared<const PreparedPool>(prepare_pool(layout, kernel, stride, padding, ceil_mode, threads));
      });
  Threads limit(threads);
  auto result = plan->target.empty();
  execute(plan->primitive, plan->scratch_desc, {{DNNL_ARG_SRC, over(plan->given.desc(), given)}, {DNNL_ARG_DST, over(plan->target.desc(), result)}});
  return result;
}

}  // namespace resnetgen
