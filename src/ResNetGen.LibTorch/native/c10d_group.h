// A group of processes and the operations on it. One source for libtorch 1.13 to 2.x.
#pragma once
#include "c10d_watch.h"

#include <ATen/ATen.h>
#include <c10/core/GradMode.h>
#include <c10/core/impl/DeviceGuardImplInterface.h>
#include <torch/csrc/distributed/c10d/ProcessGroup.hpp>
#include <torch/csrc/distributed/c10d/comm.hpp>
#ifdef USE_C10D_GLOO
#include <torch/csrc/distributed/c10d/ProcessGroupGloo.hpp>
#endif
#ifdef USE_C10D_NCCL
#include <torch/csrc/distributed/c10d/ProcessGroupNCCL.hpp>
#endif

#include <atomic>
#include <cstdlib>
#include <type_traits>

namespace resnetgen {

using WorkPtr = decltype(std::declval<c10d::ProcessGroup&>().barrier());
using EnginePtr = c10::intrusive_ptr<c10d::ProcessGroup>;

// Later versions ask a group for its only engine without naming a device, where they are told which it is.
template <class Group, class Type>
auto set_default(Group& group, Type type, int) -> decltype(group.setDefaultBackend(type), void()) {
  group.setDefaultBackend(type);
}

template <class Group, class Type>
void set_default(Group&, Type, long) {}

// Up to 1.13 an engine is a group; from 2.0 on a group has one engine per kind of device.
template <class Group, class Engine>
c10::intrusive_ptr<Group> as_group(c10::intrusive_ptr<Engine> engine, c10::DeviceType device, bool nccl, int rank, int size) {
  if constexpr (std::is_base_of_v<Group, Engine>) {
    return engine;
  } else {
    auto group = c10::make_intrusive<Group>(rank, size);
    const auto type = nccl ? Group::BackendType::NCCL : Group::BackendType::GLOO;
    group->setBackend(device, type, engine);
    set_default(*group, type, 0);
    return group;
  }
}

#ifdef USE_C10D_GLOO
// As PyTorch does: GLOO_SOCKET_IFNAME names the network's interface, else the machine's own name says where it is;
// a group that meets on the loopback address stays there.
inline EnginePtr make_gloo(const StorePtr& store, const std::string& host, int rank, int size, Milliseconds timeout) {
  auto options = c10d::ProcessGroupGloo::Options::create(timeout);
  const char* name = std::getenv("GLOO_SOCKET_IFNAME");
  if (name && *name) {
    options->devices.push_back(c10d::ProcessGroupGloo::createDeviceForInterface(name));
  } else if (host == "localhost" || host == "::1" || host.rfind("127.", 0) == 0) {
    options->devices.push_back(c10d::ProcessGroupGloo::createDeviceForHostname("127.0.0.1"));
  } else {
    options->devices.push_back(c10d::ProcessGroupGloo::createDefaultDevice());
  }
  auto engine = c10::make_intrusive<c10d::ProcessGroupGloo>(store, rank, size, options);
  return as_group<c10d::ProcessGroup>(std::move(engine), c10::DeviceType::CPU, false, rank, size);
}
#endif

#ifdef USE_C10D_NCCL
inline EnginePtr make_nccl(const StorePtr& store, int rank, int size, Milliseconds timeout) {
  // A wait that can time out and throw, in place of a watchdog that aborts the process.
  setenv("NCCL_BLOCKING_WAIT", "1", 0);
  setenv("TORCH_NCCL_BLOCKING_WAIT", "1", 0);
  auto options = c10d::ProcessGroupNCCL::Options::create();
  options->timeout = timeout;
  auto engine = c10::make_intrusive<c10d::ProcessGroupNCCL>(store, rank, size, options);
  return as_group<c10d::ProcessGroup>(std::move(engine), c10::DeviceType::CUDA, true, rank, size);
}
#endif

// What went wrong, without a stack of calls, in one line.
inline std::string reason_of(const std::exception& exception) {
  const auto* error = dynamic_cast<const c10::Error*>(&exception);
  std::string text = error ? error->what_without_backtrace() : exception.what();
  text = text.substr(0, text.find('\n'));
  while (!text.empty() && (text.back() == ' ' || text.back() == '.')) text.pop_back();
  return text;
}

class Group : public torch::CustomClassHolder {
 public:
  const int rank;
  const int size;
  const c10::Device device;
  EnginePtr engine;

  Group(int rank, int size, c10::Device device, EnginePtr engine, std::shared_ptr<Watch> watch)
      : rank(rank), size(size), device(device), engine(std::move(engine)), watch_(std::move(watch)) {}

  ~Group() override { close(); }

  void close() {
    if (watch_) watch_->stop();
    watch_.reset();
    engine.reset();
  }

  // Runs an operation in which all take part. What fails once stays failed: the processes no longer agree where they are.
  template <class F>
  void together(const std::string& operation, F&& body) {
    check(operation);
    const auto before = watch_->enter(operation);
    try {
      body();
    } catch (const std::exception& exception) {
      note(reason_of(exception));
    } catch (...) {
      note("an unknown C++ exception");
    }
    if (has_failed()) fail(operation);
    watch_->leave(before);
  }

  void check(const std::string& operation) {
    TORCH_CHECK(engine, "rank ", rank, " of ", size, ", ", operation, ": the group was disposed");
    if (has_failed()) fail(operation);
  }

  // Remembers a failure where no exception may be thrown: in hooks of a backward pass.
  void note(const std::string& reason) {
    std::lock_guard<std::mutex> lock(mutex_);
    if (reason_.empty()) reason_ = reason.empty() ? "no reason given" : reason;
    failed_ = true;
  }

  bool has_failed() const { return failed_; }

  [[noreturn]] void fail(const std::string& operation) {
    std::string said;
    {
      std::lock_guard<std::mutex> lock(mutex_);
      if (message_.empty()) {
        const auto who = watch_ ? watch_->ask() : std::string();
        message_ = c10::str("rank ", rank, " of ", size, ", ", operation, ": ", who.empty() ? reason_ : c10::str(who, " (", reason_, ")"));
      }
      said = message_;
    }
    throw std::runtime_error(said);
  }

  std::string begin(const std::string& operation) {
    check(operation);
    return watch_->enter(operation);
  }

  void end(const std::string& before) {
    if (watch_) watch_->leave(before);
  }

  // Starts a sum in place; the tensor lies where the engine works.
  WorkPtr start_sum(const at::Tensor& tensor) {
    TORCH_CHECK(engine, "the group was disposed");
    std::vector<at::Tensor> tensors{tensor};
    return engine->allreduce(tensors);
  }

  void sum(const at::Tensor& tensor) { start_sum(tensor)->wait(); }

  // Every process's tensor, [size, ...].
  at::Tensor gather(const at::Tensor& tensor) {
    std::vector<std::vector<at::Tensor>> all(1);
    for (int i = 0; i < size; i++) all[0].push_back(at::empty_like(tensor));
    std::vector<at::Tensor> mine{tensor};
    engine->allgather(all, mine)->wait();
    return at::stack(all[0]);
  }

 private:
  std::shared_ptr<Watch> watch_;
  std::mutex mutex_;
  std::atomic<bool> failed_{false};
  std::string reason_;
  std::string message_;
};

using GroupPtr = c10::intrusive_ptr<Group>;

}  // namespace resnetgen
