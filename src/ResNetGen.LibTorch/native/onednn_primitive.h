// What everything here needs of oneDNN: its engine, its threads, running a primitive, and keeping what was prepared.
#pragma once
#include <ATen/Functions.h>
#include <ATen/Parallel.h>
#include <ATen/core/Tensor.h>

#include <dnnl.hpp>
#include <omp.h>

#include <list>
#include <memory>
#include <mutex>
#include <unordered_map>
#include <utility>

namespace resnetgen {

using dnnl::memory;

inline dnnl::engine& engine() {
  // Never destroyed: threads may outlive the statics of a library.
  static auto* cpu = new dnnl::engine(dnnl::engine::kind::cpu, 0);
  return *cpu;
}

inline dnnl::stream& stream() {
  thread_local dnnl::stream own(engine());
  return own;
}

// How many threads share a piece of work: a small one costs more to share than that gains.
inline int threads_for(int64_t values, int64_t multiplications) {
  constexpr int64_t worth_sharing = 4'000'000;  // multiply-adds: some 50 microseconds of one core
  constexpr int64_t read = 8;                   // multiply-adds in the time that reading and writing a value takes
  at::internal::lazy_init_num_threads();
  return values * read + multiplications < worth_sharing ? 1 : at::get_num_threads();
}

// Has oneDNN use so many threads for a while: it asks when it prepares and when it runs.
class Threads {
  int before;

 public:
  explicit Threads(int count) : before(omp_get_max_threads()) {
    if (count != before) omp_set_num_threads(count);
  }
  ~Threads() { omp_set_num_threads(before); }
  Threads(const Threads&) = delete;
  Threads& operator=(const Threads&) = delete;
};

inline memory over(const memory::desc& desc, const at::Tensor& tensor) {
  return memory(desc, engine(), tensor.data_ptr());
}

// Has the primitive's descriptor say how much memory it works in, so that `execute` can bring it.
inline dnnl::primitive_attr own_scratch() {
  dnnl::primitive_attr attributes;
  attributes.set_scratchpad_mode(dnnl::scratchpad_mode::user);
  return attributes;
}

inline void execute(const dnnl::primitive& primitive, const memory::desc& scratch_desc, std::unordered_map<int, memory> arguments) {
  at::Tensor scratch;
  if (auto bytes = static_cast<int64_t>(scratch_desc.get_size())) {
    scratch = at::empty({bytes}, at::TensorOptions().dtype(at::kByte));
    arguments.emplace(DNNL_ARG_SCRATCHPAD, over(scratch_desc, scratch));
  }
  primitive.execute(stream(), arguments);
}

// The last things that were prepared, for any number of threads.
template <class T>
class Recent {
  std::mutex gate;
  std::list<std::shared_ptr<const T>> kept;  // the last used first

 public:
  // The one that `fits`; else what `make` makes, in place of the least recently used where there are `most`.
  template <class Fits, class Make>
  std::shared_ptr<const T> find(size_t most, Fits&& fits, Make&& make) {
    std::lock_guard<std::mutex> lock(gate);
    for (auto entry = kept.begin(); entry != kept.end(); ++entry) {
      if (fits(**entry)) {
        kept.splice(kept.begin(), kept, entry);
        return kept.front();
      }
    }
    kept.push_front(make());
    if (kept.size() > most) kept.pop_back();
    return kept.front();
  }

  size_t size() {
    std::lock_guard<std::mutex> lock(gate);
    return kept.size();
  }

  // The last one used, or null.
  std::shared_ptr<const T> last() {
    std::lock_guard<std::mutex> lock(gate);
    return kept.empty() ? nullptr : kept.front();
  }
};

}  // namespace resnetgen
