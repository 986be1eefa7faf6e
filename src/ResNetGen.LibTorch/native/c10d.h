// The C ABI between ResNetGen.LibTorch and libtorch's c10d: processes that train one network together.
// Every function that can fail returns a sentinel (null or a negative number) and leaves its reason in rd_last_error.
#pragma once
#include <cstdint>

#define RD_EXPORT extern "C" __attribute__((visibility("default")))

// Null where everything is there; else why this library was compiled without its contents, and the rest is missing.
RD_EXPORT const char* rd_unavailable();

#ifndef RD_UNAVAILABLE

// The text stays valid until this thread's next failure.
RD_EXPORT const char* rd_last_error();

// The engines that were compiled in, parted by blanks: "gloo", "gloo nccl".
RD_EXPORT const char* rd_engines();

// The store where processes meet. Port 0 lets the one that keeps it choose; rd_store_port tells which.
RD_EXPORT void* rd_store_new(const char* host, int32_t port, int32_t keep, int64_t timeout_ms);
RD_EXPORT int32_t rd_store_port(void* store);
RD_EXPORT void rd_store_free(void* store);

struct RdGroupSettings {
  const char* engine;  // "gloo" or "nccl"
  const char* prefix;  // keeps the keys of several groups in one store apart
  int64_t start_ms;    // how long to wait until all have come
  int64_t timeout_ms;  // how long an operation waits for the others
  int32_t rank;
  int32_t size;
  int32_t device;          // the index of the CUDA device
  int32_t store_of_rank0;  // whether rank 0 keeps the store, and not the launcher
};

// Returns when every process has come. The group outlives the store's handle.
RD_EXPORT void* rd_group_new(void* store, const RdGroupSettings* settings);
RD_EXPORT void rd_group_free(void* group);
RD_EXPORT int32_t rd_broadcast(void* group, void* const* tensors, int32_t count);
RD_EXPORT int32_t rd_sum(void* group, void* tensor);
RD_EXPORT int32_t rd_barrier(void* group);

// The reduction of gradients. The times are in nanoseconds since it was made: communication, from a bucket's start to its
// end, summed over buckets; and waiting, from the start of each step's last bucket to the end of all.
struct RdReductionTimes {
  int64_t steps;
  int64_t buckets;
  int64_t communication;
  int64_t waiting;
};
RD_EXPORT void* rd_reduction_new(void* group, void* const* parameters, int32_t count);
RD_EXPORT void rd_reduction_free(void* reduction);
RD_EXPORT int32_t rd_reduction_before(void* reduction);
RD_EXPORT int32_t rd_reduction_after(void* reduction);
RD_EXPORT void rd_reduction_times(void* reduction, RdReductionTimes* times);

// Batch normalisation in training by the statistics of all processes; weight, bias, mean and variance may be null.
RD_EXPORT void* rd_batch_norm(void* group, void* input, void* weight, void* bias, void* running_mean, void* running_var,
                              double momentum, double eps);

#endif
