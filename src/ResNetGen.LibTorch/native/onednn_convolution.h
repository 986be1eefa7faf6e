// A convolution whose weights are laid out for the machine, prepared once per input shape.
#pragma once
#include "onednn_plan.h"

namespace resnetgen {

class Convolution {
  RiConvolution settings;
  Weights weights;
  at::Tensor bias;
  Recent<Plan> plans;

 public:
  Convolution(const at::Tensor& weight, const at::Tensor& bias_, const RiConvolution& settings_)
      : settings(settings_), weights(weight, settings_.groups),
        bias(bias_.defined() ? bias_.contiguous() : at::zeros({weight.size(0)}, weight.options())) {
    settings.groups = weights.groups;
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
      winograd::Filters filters{plan->weights->data_ptr<float>(), plan->transformed ? plan->transformed->data_ptr<float>() : nullptr};
      winograd::run(*plan->fewer, source.data_ptr<float>(), filters, bias.data_ptr<float>(), target.data_ptr<float>(), plan->threads);
    } else {
      execute(plan->primitive, plan->scratch_desc,
              {{DNNL_ARG_SRC, over(plan->source.desc(), source)},
               {DNNL_ARG_WEIGHTS, over(plan->weights_desc, *plan->weights)},
               {DNNL_ARG_BIAS, over(plan->bias_desc, bias)},
               {DNNL_ARG_DST, over(plan->target.desc(), target)}});
    }
    return target;
  }

  int32_t shapes() { return static_cast<int32_t>(plans.size()); }

  std::string implementation() {
    auto last = plans.last();
    return last ? last->implementation : "";
  }

 private:
  static bool same_values(const Layout& a, const Layout& b) {
    return std::tie(a.n, a.c, a.h, a.w, a.type) == std::tie(b.n, b.c, b.h, b.w, b.type);
  }

  std::shared_ptr<const Plan> find(const Layout& given, bool adds) {
    auto places = given.n * given.h * given.w / (settings.stride[0] * settings.stride[1]);
    int threads = threads_for(given.values(), places * weights.multiplications());
    return plans.find(
        static_cast<size_t>(settings.shapes),
        [&](const Plan& p) { return p.given == given && p.adds == adds && p.threads == threads; },
        [&] {
          memory::desc bias_desc({bias.size(0)}, type_of(bias.scalar_type()), memory::format_tag::x);
          return std::make_shared<const Plan>(make_plan(given, adds, threads, weights, bias_desc, settings));
        });
  }
};

}  // namespace resnetgen
