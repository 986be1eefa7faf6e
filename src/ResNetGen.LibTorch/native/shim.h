// The C ABI between ResNetGen.LibTorch and libtorch: boxed operators, tensor handles and a few global switches.
// Every function that can fail returns a sentinel (null or a negative number) and leaves its reason in rt_last_error.
#pragma once
#include <cstdint>

#define RT_EXPORT extern "C" __attribute__((visibility("default")))

enum RtKind : int32_t {
  RT_NONE = 0, RT_INT = 1, RT_DOUBLE = 2, RT_BOOL = 3, RT_TENSOR = 4, RT_INT_LIST = 5, RT_DOUBLE_LIST = 6,
  RT_BOOL_LIST = 7, RT_TENSOR_LIST = 8, RT_STRING = 9, RT_DEVICE = 10, RT_GENERATOR = 11,
};

// 16 bytes. A device is (type << 32 | index); lists and strings point at `len` elements that the caller owns.
struct RtValue {
  int32_t kind;
  int32_t len;
  union { int64_t i; double d; void* p; };
};

struct RtMeta {
  int64_t elements;
  int64_t storage_offset;
  int32_t dim;
  int32_t dtype;
  int32_t device_type;
  int32_t device_index;
};

enum RtFlag : int32_t { RT_REQUIRES_GRAD = 1, RT_IS_LEAF = 2, RT_IS_CONTIGUOUS = 4, RT_IS_INFERENCE = 8, RT_IS_SPARSE = 16 };
enum RtSetting : int32_t { RT_CUDNN_BENCHMARK = 0, RT_CUDNN_DETERMINISTIC = 1, RT_CUDNN_TF32 = 2, RT_CUBLAS_TF32 = 3 };

// The text stays valid until this thread's next failure.
RT_EXPORT const char* rt_last_error();
RT_EXPORT const char* rt_version();

// Operators. rt_find gives null for an unknown one. rt_call gives the number of results, at most `capacity` of which
// it writes: tensors as new references, a list of tensors as an array to give back to rt_free_list.
RT_EXPORT void* rt_find(const char* name, const char* overload);
RT_EXPORT int32_t rt_call(void* op, const RtValue* args, int32_t count, RtValue* results, int32_t capacity);
RT_EXPORT void rt_free_list(void* list);

// Tensors: a handle is one reference to a TensorImpl.
RT_EXPORT void rt_tensor_free(void* tensor);
RT_EXPORT void rt_tensor_meta(void* tensor, RtMeta* meta);
RT_EXPORT int32_t rt_tensor_flags(void* tensor);
RT_EXPORT int32_t rt_tensor_sizes(void* tensor, int64_t* sizes);
RT_EXPORT int32_t rt_tensor_strides(void* tensor, int64_t* strides);
RT_EXPORT int32_t rt_tensor_data(void* tensor, void** data);
RT_EXPORT int32_t rt_tensor_set_requires_grad(void* tensor, int32_t on);
RT_EXPORT int32_t rt_tensor_grad(void* tensor, void** grad);
RT_EXPORT int32_t rt_tensor_set_grad(void* tensor, void* grad);

// Gradients of `inputs`, which no parameter's own gradient gets; null where an output does not depend on one and that is allowed.
enum RtGradFlag : int32_t { RT_RETAIN_GRAPH = 1, RT_CREATE_GRAPH = 2, RT_ALLOW_UNUSED = 4 };
// rt_backward adds them to the inputs' own gradients instead, or to those of all leaves where there are no inputs.
RT_EXPORT int32_t rt_backward(void* const* outputs, void* const* output_grads, int32_t output_count, void* const* inputs, int32_t input_count,
                              int32_t flags);
RT_EXPORT int32_t rt_grad(void* const* outputs, void* const* output_grads, int32_t output_count, void* const* inputs, int32_t input_count,
                          int32_t flags, void** grads);

// Modes of the calling thread.
RT_EXPORT int32_t rt_grad_enabled();
RT_EXPORT void rt_set_grad_enabled(int32_t on);
RT_EXPORT int32_t rt_inference_enabled();
RT_EXPORT void* rt_inference_enter(int32_t on);
RT_EXPORT void rt_inference_leave(void* guard);

// Mixed precision of the calling thread: operators that gain from it compute in `dtype`. To be left on the same thread, last in first out.
RT_EXPORT void* rt_autocast_enter(int32_t device_type, int32_t dtype);
RT_EXPORT void rt_autocast_leave(void* scope);

// Random numbers.
RT_EXPORT int32_t rt_manual_seed(uint64_t seed);
RT_EXPORT void* rt_generator_new(uint64_t seed);
RT_EXPORT void* rt_generator_default();
RT_EXPORT int32_t rt_generator_seed(void* generator, uint64_t seed);
RT_EXPORT uint64_t rt_generator_current_seed(void* generator);
RT_EXPORT void rt_generator_free(void* generator);

// Threads and devices.
RT_EXPORT int32_t rt_threads();
RT_EXPORT int32_t rt_set_threads(int32_t count);
RT_EXPORT int32_t rt_device_count(int32_t device_type);
RT_EXPORT int32_t rt_synchronize(int32_t device_type, int32_t index);
RT_EXPORT int32_t rt_setting(int32_t setting);
RT_EXPORT int32_t rt_set_setting(int32_t setting, int32_t on);
