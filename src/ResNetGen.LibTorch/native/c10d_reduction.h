// The reduction of gradients in buckets while backward runs, by c10d's own Reducer: PyTorch's data-parallel engine.
#pragma once
#include "c10d_group.h"

#include <torch/csrc/distributed/c10d/reducer.hpp>

namespace resnetgen {

// What one step's buckets do, told by the engine's threads.
class Progress {
 public:
  void reset() {
    std::lock_guard<std::mutex> lock(mutex_);
    works_.clear();
    started_ = ended_ = 0;
    all_started_ = false;
  }

  Clock::time_point start(bool last) {
    std::lock_guard<std::mutex> lock(mutex_);
    const auto now = Clock::now();
    started_++;
    if (last) {
      all_started_ = true;
      last_start_ = now;
    }
    return now;
  }

  void add(WorkPtr work) {
    std::lock_guard<std::mutex> lock(mutex_);
    works_.push_back(std::move(work));
  }

  void end(Clock::time_point start) {
    std::lock_guard<std::mutex> lock(mutex_);
    const auto now = Clock::now();
    communication += (now - start).count();
    buckets++;
    if (++ended_ == started_ && all_started_) {
      waiting += (now - last_start_).count();
      steps++;
    }
  }

  bool all_started() {
    std::lock_guard<std::mutex> lock(mutex_);
    return all_started_;
  }

  std::vector<WorkPtr> take_works() {
    std::lock_guard<std::mutex> lock(mutex_);
    return std::exchange(works_, {});
  }

  std::atomic<int64_t> steps{0}, buckets{0}, communication{0}, waiting{0};

 private:
  std::mutex mutex_;
  std::vector<WorkPtr> works_;
  Clock::time_point last_start_;
  int started_ = 0;
  int ended_ = 0;
  bool all_started_ = false;
};

// Sums, where the Reducer by itself divides by the number of processes. It never throws, as it runs inside backward:
// a failure is noted in the group, and every later bucket is handed back as it came.
class SumHook : public c10d::CommHookInterface {
 public:
  SumHook(GroupPtr group, std::shared_ptr<Progress> progress) : group_(std::move(group)), progress_(std::move(progress)) {}

  c10::intrusive_ptr<c10::ivalue::Future> runHook(c10d::GradBucket& bucket) override {
    at::Tensor buffer = bucket.getBufferRef();
    const auto start = progress_->start(bucket.isLast());
    if (!group_->has_failed()) {
      try {
        auto work = group_->start_sum(buffer);
        progress_->add(work);
        auto finished = [group = group_, progress = progress_, buffer, start](c10::ivalue::Future& future) -> c10::IValue {
          if (future.hasError()) note(*group, future.exception_ptr());
          progress->end(start);
          return buffer;
        };
        return work->getFuture()->then(std::move(finished), c10::TensorType::get());
      } catch (...) {
        note(*group_, std::current_exception());
      }
    }
    auto unchanged = c10::make_intrusive<c10::ivalue::Future>(c10::TensorType::get());
    unchanged->markCompleted(buffer);
    return unchanged;
  }

  at::Tensor parseHookResult(const c10::IValue& result) override { return result.toTensor(); }

 private:
  static void note(Group& group, const std::exception_ptr& thrown) {
    try {
      std::rethrow_exception(thrown);
    } catch (const std::exception& exception) {
      group.note(reason_of(exception));
    } catch (...) {
      group.note("an unknown C++ exception");
    }
  }

  GroupPtr group_;
  std::shared_ptr<Progress> progress_;
};

// The constructor's parameters by version: 1.13; 2.0 on; those that leave out what no process used; the latest.
template <class Reducer>
std::unique_ptr<Reducer> make_reducer(std::vector<at::Tensor> parameters, const EnginePtr& engine) {
  using Buckets = std::vector<std::vector<size_t>>;
  using Sizes = std::vector<size_t>;
  using Flags = std::vector<bool>;
  using Names = std::unordered_map<size_t, std::string>;
  using Tensors = std::vector<at::Tensor>;
  const int64_t first = c10d::kDefaultFirstBucketBytes;
  const int64_t cap = c10d::kDefaultBucketBytesCap;
  const Sizes limits{static_cast<size_t>(first), static_cast<size_t>(cap)};
  auto [buckets, sizes] = c10d::compute_bucket_assignment_by_size(parameters, limits);
  // Gradients come from the last layer to the first; after the first step the Reducer takes the order that it saw.
  std::reverse(buckets.begin(), buckets.end());
  std::reverse(sizes.begin(), sizes.end());
  const Flags sparse(parameters.size(), false);
  constexpr bool unused = false;
  constexpr bool view = true;
  if constexpr (std::is_constructible_v<Reducer, Tensors, Buckets, Sizes, EnginePtr, Flags, int64_t, bool, bool, Names, int64_t>) {
    return std::make_unique<Reducer>(std::move(parameters), buckets, sizes, engine, sparse, cap, unused, view, Names(), first);
  } else if constexpr (std::is_constructible_v<Reducer, Tensors, Buckets, EnginePtr, Flags, int64_t, bool, bool, Names, int64_t>) {
    return std::make_unique<Reducer>(std::move(parameters), buckets, engine, sparse, cap, unused, view, Names(), first);
  } else if constexpr (std::is_constructible_v<Reducer, Tensors, Buckets, EnginePtr, Flags, int64_t, bool, bool, Names, int64_t, bool, bool>) {
    return std::make_unique<Reducer>(std::move(parameters), buckets, engine, sparse, cap, unused, view, Names(), first, false, false);
  } else {
    return std::make_unique<Reducer>(std::move(parameters), buckets, engine, sparse, cap, unused, view, Names(), first, false, false,
                                     std::vector<int64_t>());
  }
}

class Reduction {
 public:
  Reduction(GroupPtr group, std::vector<at::Tensor> parameters)
      : progress(std::make_shared<Progress>()), group_(std::move(group)), parameters_(parameters) {
    group_->check(operation);
    for (const auto& parameter : parameters) {
      TORCH_CHECK(parameter.device().type() == group_->device.type(), "a parameter lies on ", parameter.device(), ", but the group works on ",
                  group_->device);
    }
    reducer_ = make_reducer<c10d::Reducer>(std::move(parameters), group_->engine);
    reducer_->register_comm_hook(std::make_unique<SumHook>(group_, progress));
  }

  void before() {
    group_->together("new buckets", [&] { reducer_->rebuild_buckets(); });
    progress->reset();
    reducer_->prepare_for_backward({});
    outside_ = group_->begin(operation);
    open_ = true;
  }

  void after() {
    TORCH_CHECK(open_, "the reduction of gradients was not begun before backward");
    open_ = false;
    for (auto& work : progress->take_works()) {
      try {
        if (!group_->has_failed()) work->wait();
      } catch (const std::exception& exception) {
        group_->note(reason_of(exception));
      }
    }
    group_->check(operation);
    if (!progress->all_started()) group_->note("backward has left out parameters: " + without_gradients());
    group_->check(operation);
    group_->end(outside_);
  }

  const std::shared_ptr<Progress> progress;

 private:
  static constexpr const char* operation = "the reduction of gradients";

  std::string without_gradients() const {
    std::string text;
    int more = 0;
    for (size_t i = 0; i < parameters_.size(); i++) {
      if (parameters_[i].grad().defined()) continue;
      if (text.size() > 60) more++;
      else text += (text.empty() ? "no gradient has come for number " : ", ") + std::to_string(i);
    }
    if (text.empty()) return "at least one has the gradient of an earlier step";
    return more == 0 ? text : text + " and " + std::to_string(more) + " more";
  }

  GroupPtr group_;
  const std::vector<at::Tensor> parameters_;
  std::unique_ptr<c10d::Reducer> reducer_;
  std::string outside_;
  bool open_ = false;
};

}  // namespace resnetgen
