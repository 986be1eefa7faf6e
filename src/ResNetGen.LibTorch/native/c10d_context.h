// Stands in for torch/csrc/distributed/autograd/context/context.h where a package leaves it out (Debian's libtorch-dev):
// c10d's reducer.hpp names these two and uses nothing of them but a shared pointer.
#pragma once
#include <ATen/core/Tensor.h>

#include <functional>
#include <memory>

namespace torch::distributed::autograd {
class DistAutogradContext {
 public:
  using GradCallback = std::function<bool(at::Tensor&)>;
};
using ContextPtr = std::shared_ptr<DistAutogradContext>;
}  // namespace torch::distributed::autograd
