// The C ABI between ResNetGen.LibTorch and oneDNN: convolutions for inference over libtorch's tensors.
// Every function that can fail returns null and leaves its reason in ri_last_error.
#pragma once
#include <cstdint>

#define RI_EXPORT extern "C" __attribute__((visibility("default")))

// Null where everything is there; else why this library was compiled without its contents, and the rest is missing.
RI_EXPORT const char* ri_unavailable();

#ifndef RI_UNAVAILABLE

// The text stays valid until this thread's next failure.
RI_EXPORT const char* ri_last_error();

// Whether oneDNN computes in a type (c10::ScalarType) on this machine.
RI_EXPORT int32_t ri_supports(int32_t type);

enum RiActivation : int32_t {
  RI_NONE = 0, RI_RELU = 1, RI_RELU6 = 2, RI_LEAKY_RELU = 3, RI_ELU = 4, RI_SILU = 5, RI_GELU = 6, RI_HARDSWISH = 7,
};

// Pairs are (height, width).
struct RiConvolution {
  int64_t stride[2];
  int64_t padding[2];
  int64_t dilation[2];
  int64_t groups;
  int32_t activation;
  int32_t shapes;  // for how many input shapes the preparation is kept
};

// A convolution over `weight` [out, in / groups, height, width] and, unless null, `bias` [out], which must not change any more.
RI_EXPORT void* ri_convolution_new(void* weight, void* bias, const RiConvolution* settings);
RI_EXPORT void ri_convolution_free(void* convolution);

// activation(convolution(x) + bias + addend) as a new reference, which may be one to `addend` (null for none). Both may be
// plain [N, C, H, W] or blocked [N, C / b, H, W, b]. Safe to call from several threads at once.
RI_EXPORT void* ri_convolution_run(void* convolution, void* x, void* addend);

// For how many input shapes `convolution` is prepared, and the name of oneDNN's implementation for the last of them.
RI_EXPORT int32_t ri_convolution_shapes(void* convolution);
RI_EXPORT const char* ri_convolution_implementation(void* convolution);

// Square windows; the result has the layout of `x`.
RI_EXPORT void* ri_max_pool(void* x, int64_t kernel, int64_t stride, int64_t padding, int32_t ceil_mode);

// [N, C, H, W] of a blocked tensor.
RI_EXPORT void* ri_plain(void* x);

#endif
