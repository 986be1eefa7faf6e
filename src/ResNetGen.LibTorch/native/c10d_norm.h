// Batch normalisation by the statistics of all processes' pictures, forward and backward.
#pragma once
#include "c10d_group.h"

#include <torch/csrc/autograd/custom_function.h>

namespace resnetgen {

using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

class SynchronizedNorm : public torch::autograd::Function<SynchronizedNorm> {
 public:
  static at::Tensor forward(AutogradContext* context, const at::Tensor& input, const at::Tensor& weight, const at::Tensor& bias,
                            at::Tensor running_mean, at::Tensor running_var, double momentum, double eps, GroupPtr group) {
    const auto channels = input.size(1);
    auto scale = weight.defined() ? weight : at::ones({channels}, numbers(input));
    auto shift = bias.defined() ? bias : at::zeros({channels}, numbers(input));

    // Mean, variance and count of each process, joined in double precision and in the same order everywhere.
    at::Tensor all;
    group->together("the statistics of a norm", [&] { all = group->gather(statistics(input)); });
    const auto means = all.narrow(1, 0, channels);
    const auto variances = all.narrow(1, channels, channels);
    const auto counts = all.narrow(1, 2 * channels, 1);
    // It stays on the device: reading it would wait for CUDA at every norm.
    const auto count = counts.sum();
    if (count.is_cpu()) {
      TORCH_CHECK(count.item<double>() > 1, "a norm in training needs more than one value per channel over all processes, got ", count.item<double>());
    }
    const auto mean = means.mul(counts).sum(0).div_(count);
    const auto variance = means.sub(mean).square_().add_(variances).mul_(counts).sum(0).div_(count);
    if (running_mean.defined()) running_mean.mul_(1 - momentum).add_(mean.to(running_mean.scalar_type()), momentum);
    if (running_var.defined())
      running_var.mul_(1 - momentum).add_(variance.mul(count.div(count.sub(1))).to(running_var.scalar_type()), momentum);

    const auto kept_mean = mean.to(scale.scalar_type());
    const auto kept_variance = variance.to(scale.scalar_type());
    context->save_for_backward({input, scale, kept_mean, kept_variance, count});
    context->saved_data["eps"] = eps;
    context->saved_data["group"] = c10::IValue::make_capsule(group);
    if (input.numel() == 0) return at::empty_like(input);
    return std::get<0>(at::native_batch_norm(input, scale, shift, kept_mean, kept_variance, false, 0.0, eps));
  }

  // As with fixed statistics, plus what follows from their dependence on every input: two sums over all processes.
  static variable_list backward(AutogradContext* context, variable_list gradients) {
    variable_list results(8);
    const auto& gradient = gradients[0];
    if (!gradient.defined()) return results;
    const auto saved = context->get_saved_variables();
    const auto &input = saved[0], &scale = saved[1], &mean = saved[2], &variance = saved[3], &count = saved[4];
    const auto channels = input.size(1);
    const auto eps = context->saved_data["eps"].toDouble();
    auto* group = static_cast<Group*>(context->saved_data["group"].toCapsule().get());

    at::Tensor result, of_scale, of_shift;
    if (input.numel() == 0) {
      result = at::zeros_like(input);
      of_scale = at::zeros_like(scale);
      of_shift = at::zeros_like(scale);
    } else {
      std::tie(result, of_scale, of_shift) = at::native_batch_norm_backward(
          gradient.contiguous(input.suggest_memory_format()), input, scale, mean, variance, {}, {}, false, eps, {true, true, true});
    }
    const auto sums = at::cat({of_scale, of_shift}).to(at::kDouble);
    reduce(*group, sums);
    if (input.numel() != 0) {
      const auto by_scale = sums.narrow(0, 0, channels).div(count);
      const auto by_shift = sums.narrow(0, channels, channels).div(count);
      const auto inverse = variance.to(at::kDouble).add(eps).rsqrt_();
      const auto factor = scale.to(at::kDouble).mul(inverse);
      const auto slope = factor.mul(inverse).mul(by_scale).neg_();
      const auto offset = factor.mul(by_shift).add(slope.mul(mean)).neg_();
      const auto wide = scale.scalar_type();
      const auto correction = at::addcmul(per_channel(offset.to(wide), input), input.to(wide), per_channel(slope.to(wide), input));
      result.add_(correction.to(result.scalar_type()));
    }
    results[0] = result;
    results[1] = of_scale;
    results[2] = of_shift;
    return results;
  }

 private:
  static at::TensorOptions numbers(const at::Tensor& input) { return at::TensorOptions(at::kFloat).device(input.device()); }

  static at::Tensor per_channel(const at::Tensor& values, const at::Tensor& input) {
    std::vector<int64_t> shape(input.dim(), 1);
    shape[1] = values.numel();
    return values.view(shape);
  }

  static at::Tensor statistics(const at::Tensor& input) {
    const auto channels = input.size(1);
    const auto options = at::TensorOptions(at::kDouble).device(input.device());
    if (input.numel() == 0) return at::zeros({2 * channels + 1}, options);
    auto [mean, variance] = at::batch_norm_update_stats(input, {}, {}, 0.0);
    const auto count = at::full({1}, static_cast<double>(input.numel() / channels), options);
    return at::cat({mean.to(at::kDouble), variance.to(at::kDouble), count});
  }

  // A failure inside backward is told when the reduction of gradients ends.
  static void reduce(Group& group, const at::Tensor& sums) {
    if (group.has_failed() || !group.engine) {
      group.note("the group was disposed");
      return;
    }
    try {
      group.sum(sums);
    } catch (const std::exception& exception) {
      group.note(reason_of(exception));
    }
  }
};

}  // namespace resnetgen
