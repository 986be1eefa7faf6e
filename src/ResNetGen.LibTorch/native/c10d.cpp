// libtorch's c10d behind a C ABI. Where gloo's (or NCCL's) headers are missing, only the reason is compiled.
#include "c10d.h"

#ifdef RD_UNAVAILABLE

const char* rd_unavailable() { return RD_UNAVAILABLE; }

#else

#include "boundary.h"
#include "c10d_group.h"
#include "c10d_norm.h"
#include "c10d_reduction.h"

namespace {

using namespace resnetgen;

struct Meeting {
  c10::intrusive_ptr<c10d::TCPStore> store;
  std::string host;
};

c10::intrusive_ptr<c10d::TCPStore> open_store(const std::string& host, int port, bool keep, Milliseconds timeout) {
  c10d::TCPStoreOptions options;
  options.port = static_cast<uint16_t>(port);
  options.isServer = keep;
  options.waitWorkers = false;
  options.timeout = timeout;
  return c10::make_intrusive<c10d::TCPStore>(host, options);
}

GroupPtr as_group(void* handle) {
  return GroupPtr::reclaim_copy(static_cast<Group*>(handle));
}

// Waits for all, names those who are missing, and finds those who think otherwise.
void meet(c10d::Store& store, const RdGroupSettings& settings, Milliseconds timeout) {
  const auto me = std::to_string(settings.rank);
  TORCH_CHECK(store.add("came/" + me, 1) == 1, "rank ", me, ": another process has the same rank");
  store.set("size/" + me, bytes(std::to_string(settings.size)));
  std::vector<std::string> keys;
  for (int rank = 0; rank < settings.size; rank++) keys.push_back("size/" + std::to_string(rank));
  try {
    store.wait(keys, timeout);
  } catch (const std::exception& exception) {
    std::vector<int> missing;
    for (int rank = 0; rank < settings.size; rank++)
      if (!store.check({keys[rank]})) missing.push_back(rank);
    if (missing.empty()) throw;
    TORCH_CHECK(false, "rank ", me, " of ", settings.size, ": ", name_ranks(missing), missing.size() == 1 ? " has" : " have", " not come within ",
                static_cast<double>(timeout.count()) / 1000, " s");
  }
  for (int rank = 0; rank < settings.size; rank++) {
    const auto said = read(store, keys[rank]);
    TORCH_CHECK(said == std::to_string(settings.size), "rank ", me, " is one of ", settings.size, " processes, but rank ", rank, " one of ", said);
  }
}

GroupPtr make_group(const Meeting& meeting, const RdGroupSettings& settings) {
  const std::string engine_name = settings.engine;
  const bool cuda = engine_name == "nccl";
  const Milliseconds timeout(settings.timeout_ms);
  // A part of the time is for finding out who is missing.
  const auto patience = std::min(timeout / 4, Milliseconds(3000));
  auto store = c10::make_intrusive<c10d::PrefixStore>(settings.prefix, meeting.store);
  meet(*store, settings, Milliseconds(settings.start_ms));

  c10::Device device(c10::DeviceType::CPU);
  EnginePtr engine;
  if (cuda) {
    device = c10::Device(c10::DeviceType::CUDA, static_cast<c10::DeviceIndex>(settings.device));
    TORCH_CHECK(c10::impl::hasDeviceGuardImpl(device.type()), "this libtorch was built without CUDA");
    c10::impl::getDeviceGuardImpl(device.type())->setDevice(device);
#ifdef USE_C10D_NCCL
    engine = make_nccl(store, settings.rank, settings.size, timeout - patience);
#endif
  }
#ifdef USE_C10D_GLOO
  if (engine_name == "gloo") engine = make_gloo(store, meeting.host, settings.rank, settings.size, timeout - patience);
#endif
  TORCH_CHECK(engine, "libresnetgen_c10d.so was compiled without ", engine_name, " (with ", rd_engines(), ")");

  // A connection of its own: the store's operations wait for each other.
  StorePtr own = c10::make_intrusive<c10d::PrefixStore>(
      std::string(settings.prefix) + "/watch", open_store(meeting.host, meeting.store->getPort(), false, timeout));
  const bool of_rank0 = settings.store_of_rank0 != 0;
  auto watch = std::make_shared<Watch>(
      std::move(own), Watch::Settings{settings.rank, settings.size, of_rank0 && settings.rank == 0, of_rank0 ? "rank 0" : "the launcher", patience});
  watch->start();
  auto group = c10::make_intrusive<Group>(settings.rank, settings.size, device, std::move(engine), std::move(watch));
  // Nobody goes on, and perhaps ends, while another still needs the store.
  group->together("the first meeting", [&] { group->sum(at::ones({1}, at::TensorOptions(at::kInt).device(device))); });
  return group;
}

// Processes with different networks are found before one waits for the other, or takes its numbers.
void check_same(Group& group, const std::vector<at::Tensor>& tensors) {
  int64_t hash = 17;
  for (const auto& tensor : tensors) {
    hash = hash * 31 + static_cast<int64_t>(tensor.scalar_type());
    for (auto length : tensor.sizes()) hash = hash * 1000003 + length + 1;
  }
  const auto mine = at::empty({2}, at::kLong);
  mine[0] = static_cast<int64_t>(tensors.size());
  mine[1] = hash & 0x7fffffffffffffff;
  const auto all = group.gather(mine.to(group.device)).cpu();
  for (int rank = 1; rank < group.size; rank++) {
    TORCH_CHECK(all[rank][0].item<int64_t>() == all[0][0].item<int64_t>(), "rank ", rank, " has ", all[rank][0].item<int64_t>(), " tensors, rank 0 has ",
                all[0][0].item<int64_t>());
    TORCH_CHECK(all[rank][1].item<int64_t>() == all[0][1].item<int64_t>(), "rank ", rank, " has tensors of other shapes or types than rank 0");
  }
}

}  // namespace

const char* rd_unavailable() { return nullptr; }

const char* rd_last_error() { return last_error.c_str(); }

const char* rd_engines() {
#if defined(USE_C10D_GLOO) && defined(USE_C10D_NCCL)
  return "gloo nccl";
#elif defined(USE_C10D_NCCL)
  return "nccl";
#else
  return "gloo";
#endif
}

void* rd_store_new(const char* host, int32_t port, int32_t keep, int64_t timeout_ms) {
  return guarded(static_cast<void*>(nullptr), [&]() -> void* {
    return new Meeting{open_store(host, port, keep != 0, Milliseconds(timeout_ms)), host};
  });
}

int32_t rd_store_port(void* store) {
  return guarded(int32_t{-1}, [&]() -> int32_t { return static_cast<Meeting*>(store)->store->getPort(); });
}

void rd_store_free(void* store) {
  guarded(0, [&] {
    delete static_cast<Meeting*>(store);
    return 0;
  });
}

void* rd_group_new(void* store, const RdGroupSettings* settings) {
  return guarded(static_cast<void*>(nullptr), [&]() -> void* { return make_group(*static_cast<Meeting*>(store), *settings).release(); });
}

void rd_group_free(void* group) {
  guarded(0, [&] {
    auto owned = GroupPtr::reclaim(static_cast<Group*>(group));
    owned->close();
    return 0;
  });
}

int32_t rd_broadcast(void* handle, void* const* handles, int32_t count) {
  return guarded(int32_t{-1}, [&]() -> int32_t {
    auto group = as_group(handle);
    c10::AutoGradMode no_grad(false);
    const auto tensors = share_all(handles, count);
    group->together("the broadcast of " + std::to_string(count) + " tensors", [&] {
      check_same(*group, tensors);
      std::vector<at::Tensor> staged;
      for (const auto& tensor : tensors) staged.push_back(tensor.detach().to(group->device));
      c10d::broadcast_coalesced(group->engine, staged, c10d::kDefaultBucketBytesCap, 0);
      for (size_t i = 0; i < staged.size(); i++)
        if (!staged[i].is_alias_of(tensors[i])) at::Tensor(tensors[i]).copy_(staged[i]);
    });
    return 0;
  });
}

int32_t rd_sum(void* handle, void* tensor) {
  return guarded(int32_t{-1}, [&]() -> int32_t {
    auto group = as_group(handle);
    c10::AutoGradMode no_grad(false);
    const auto given = share(tensor);
    group->together("a sum", [&] {
      const auto staged = given.detach().to(group->device).contiguous();
      group->sum(staged);
      if (!staged.is_alias_of(given)) at::Tensor(given).copy_(staged);
    });
    return 0;
  });
}

int32_t rd_barrier(void* handle) {
  return guarded(int32_t{-1}, [&]() -> int32_t {
    auto group = as_group(handle);
    group->together("a barrier", [&] {
      const auto one = at::ones({1}, at::TensorOptions(at::kInt).device(group->device));
      group->sum(one);
      TORCH_CHECK(one.item<int32_t>() == group->size, "a barrier has counted ", one.item<int32_t>());
    });
    return 0;
  });
}

void* rd_reduction_new(void* group, void* const* parameters, int32_t count) {
  return guarded(static_cast<void*>(nullptr), [&]() -> void* {
    return new Reduction(as_group(group), share_all(parameters, count));
  });
}

void rd_reduction_free(void* reduction) {
  guarded(0, [&] {
    delete static_cast<Reduction*>(reduction);
    return 0;
  });
}

int32_t rd_reduction_before(void* reduction) {
  return guarded(int32_t{-1}, [&]() -> int32_t {
    static_cast<Reduction*>(reduction)->before();
    return 0;
  });
}

int32_t rd_reduction_after(void* reduction) {
  return guarded(int32_t{-1}, [&]() -> int32_t {
    static_cast<Reduction*>(reduction)->after();
    return 0;
  });
}

void rd_reduction_times(void* reduction, RdReductionTimes* times) {
  const auto& progress = *static_cast<Reduction*>(reduction)->progress;
  *times = {progress.steps, progress.buckets, progress.communication, progress.waiting};
}

void* rd_batch_norm(void* group, void* input, void* weight, void* bias, void* running_mean, void* running_var, double momentum, double eps) {
  return guarded(static_cast<void*>(nullptr), [&]() -> void* {
    auto result = SynchronizedNorm::apply(
        share(input), share(weight), share(bias), share(running_mean), share(running_var), momentum, eps, as_group(group));
    return result.unsafeReleaseTensorImpl();
  });
}

#endif
