// libtorch's boxed dispatcher behind a C ABI. One source for libtorch 1.13 to 2.x: only names that all of them have.
#include "boundary.h"
#include "shim.h"

#include <ATen/CPUGeneratorImpl.h>
#include <ATen/Context.h>
#include <ATen/Parallel.h>
#include <ATen/autocast_mode.h>
#include <ATen/core/Tensor.h>
#include <ATen/core/dispatch/Dispatcher.h>
#include <ATen/core/jit_type.h>
#include <c10/core/GradMode.h>
#include <c10/core/InferenceMode.h>
#include <c10/core/impl/DeviceGuardImplInterface.h>
#include <c10/core/impl/LocalDispatchKeySet.h>
#include <torch/csrc/autograd/autograd.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

namespace {

using Stack = torch::jit::Stack;
using namespace resnetgen;

// A tensor for the length of a call, without touching its reference count.
struct Borrowed {
  at::Tensor tensor;
  explicit Borrowed(void* handle) : tensor(TensorPtr::reclaim(static_cast<c10::TensorImpl*>(handle))) {}
  ~Borrowed() { tensor.unsafeReleaseTensorImpl(); }
  Borrowed(const Borrowed&) = delete;
  Borrowed& operator=(const Borrowed&) = delete;
};

// What a parameter expects, as far as a given value may need turning into it.
enum class Expected : uint8_t { AsGiven, Float, IntList, FloatList, OptionalTensorList };

struct Parameter {
  Expected expected = Expected::AsGiven;
  bool has_default = false;
  c10::IValue default_value;
};

struct Op {
  c10::OperatorHandle handle;
  std::vector<Parameter> parameters;
};

Expected expected_of(c10::TypePtr type) {
  if (type->kind() == c10::TypeKind::OptionalType)
    type = type->expectRef<c10::OptionalType>().getElementType();
  if (type->kind() == c10::TypeKind::FloatType) return Expected::Float;
  if (type->kind() != c10::TypeKind::ListType) return Expected::AsGiven;
  switch (type->expectRef<c10::ListType>().getElementType()->kind()) {
    case c10::TypeKind::IntType: return Expected::IntList;
    case c10::TypeKind::FloatType: return Expected::FloatList;
    case c10::TypeKind::OptionalType: return Expected::OptionalTensorList;
    default: return Expected::AsGiven;
  }
}

template <class T, class Source>
c10::IValue list_of(const RtValue& value) {
  c10::List<T> list;
  list.reserve(value.len);
  const auto* items = static_cast<const Source*>(value.p);
  for (int32_t i = 0; i < value.len; i++) list.push_back(static_cast<T>(items[i]));
  return list;
}

// Strides, paddings and kernels come again and again: a list made before is shared, as no operator writes to it.
// All are made on the first call: small blocks that stay would lie between the large ones of a forward, and hold
// memory that could go back.
class IntLists {
  static constexpr int32_t longest = 4;
  static constexpr size_t slots = 64;
  struct Kept {
    std::array<int64_t, longest> items{};
    c10::List<int64_t> list;
    Kept() { list.reserve(longest); }
  };
  std::array<Kept, slots> table;

 public:
  c10::IValue get(const RtValue& value) {
    if (value.len < 1 || value.len > longest) return list_of<int64_t, int64_t>(value);
    const auto* given = static_cast<const int64_t*>(value.p);
    const auto size = static_cast<size_t>(value.len);
    size_t hash = size;
    for (size_t i = 0; i < size; i++) hash = hash * 31 + static_cast<size_t>(given[i]);
    Kept& kept = table[hash % slots];
    if (kept.list.size() != size || !std::equal(given, given + size, kept.items.begin())) {
      if (kept.list.use_count() > 1) kept.list = c10::List<int64_t>();
      kept.list.clear();
      for (size_t i = 0; i < size; i++) kept.list.push_back(kept.items[i] = given[i]);
    }
    return kept.list;
  }
};

c10::IValue int_list(const RtValue& value) {
  thread_local IntLists lists;
  return lists.get(value);
}

c10::IValue tensor_list(const RtValue& value, Expected expected) {
  auto* const* items = static_cast<void* const*>(value.p);
  if (expected == Expected::OptionalTensorList) {
    c10::List<std::decay_t<decltype(c10::IValue().toOptional<at::Tensor>())>> list;
    for (int32_t i = 0; i < value.len; i++) {
      if (items[i]) list.push_back(share(items[i]));
      else list.push_back({});
    }
    return list;
  }
  c10::List<at::Tensor> list;
  list.reserve(value.len);
  for (int32_t i = 0; i < value.len; i++) {
    TORCH_CHECK(items[i], "element ", i, " of a list of tensors is null");
    list.push_back(share(items[i]));
  }
  return list;
}

c10::IValue to_ivalue(const RtValue& value, Expected expected) {
  switch (value.kind) {
    case RT_NONE: return {};
    case RT_TENSOR: return share(value.p);
    case RT_BOOL: return value.i != 0;
    case RT_INT:
      if (expected == Expected::Float) return static_cast<double>(value.i);
      if (expected == Expected::IntList) return c10::List<int64_t>({value.i});
      return value.i;
    case RT_DOUBLE: return value.d;
    case RT_INT_LIST:
      return expected == Expected::FloatList ? list_of<double, int64_t>(value) : int_list(value);
    case RT_DOUBLE_LIST: return list_of<double, double>(value);
    case RT_BOOL_LIST: return list_of<bool, uint8_t>(value);
    case RT_TENSOR_LIST: return tensor_list(value, expected);
    case RT_STRING: return std::string(static_cast<const char*>(value.p), value.len);
    case RT_DEVICE:
      return c10::Device(static_cast<c10::DeviceType>(value.i >> 32),
                         static_cast<c10::DeviceIndex>(static_cast<int32_t>(value.i)));
    case RT_GENERATOR: return *static_cast<at::Generator*>(value.p);
    default: TORCH_CHECK(false, "unknown kind of argument ", value.kind);
  }
}

void from_ivalue(c10::IValue&& value, RtValue& out) {
  out = RtValue{};
  if (value.isTensor()) {
    out.kind = RT_TENSOR;
    out.p = release(std::move(value).toTensor());
  } else if (value.isInt()) {
    out.kind = RT_INT;
    out.i = value.toInt();
  } else if (value.isDouble()) {
    out.kind = RT_DOUBLE;
    out.d = value.toDouble();
  } else if (value.isBool()) {
    out.kind = RT_BOOL;
    out.i = value.toBool();
  } else if (value.isTensorList()) {
    auto list = std::move(value).toTensorVector();
    auto** items = static_cast<void**>(std::malloc(sizeof(void*) * (list.size() + 1)));
    TORCH_CHECK(items, "out of memory");
    for (size_t i = 0; i < list.size(); i++) items[i] = release(std::move(list[i]));
    out.kind = RT_TENSOR_LIST;
    out.len = static_cast<int32_t>(list.size());
    out.p = items;
  } else {
    TORCH_CHECK(value.isNone(), "a result of type ", value.tagKind(), " has no place in the C ABI");
  }
}

// The stack's memory is kept between calls; an operator that calls back in finds an empty one.
struct StackLease {
  Stack stack;
  StackLease() { stack.swap(spare()); }
  ~StackLease() { stack.clear(); stack.swap(spare()); }
  static Stack& spare() { thread_local Stack kept; return kept; }
};

int32_t copy_out(c10::IntArrayRef from, int64_t* to) {
  std::copy(from.begin(), from.end(), to);
  return 0;
}

const c10::impl::DeviceGuardImplInterface* device_guard(int32_t type) {
  auto device = static_cast<c10::DeviceType>(type);
  return c10::impl::hasDeviceGuardImpl(device) ? c10::impl::getDeviceGuardImpl(device) : nullptr;
}

// The type that autocast computes in: one function for all devices in newer libtorch, one per device in older.
namespace autocast_dtype {
using namespace at::autocast;

template <class Device, class Type>
auto set(Device device, Type type, int) -> decltype(set_autocast_dtype(device, type)) {
  set_autocast_dtype(device, type);
}

template <class Device, class Type>
void set(Device device, Type type, long) {
  if (device == c10::DeviceType::CPU) set_autocast_cpu_dtype(type);
  else set_autocast_gpu_dtype(type);
}

template <class Device, class Unused = void>
auto get(Device device, int) -> decltype(get_autocast_dtype(device)) {
  return get_autocast_dtype(device);
}

template <class Device, class Unused = void>
at::ScalarType get(Device device, long) {
  return get_lower_precision_fp_from_device_type(device);
}
}  // namespace autocast_dtype

struct AutocastScope {
  c10::DeviceType device;
  c10::DispatchKey key;
  bool was_off;
  at::ScalarType before;

  AutocastScope(c10::DeviceType on, at::ScalarType type)
      : device(on),
        key(at::autocast::get_autocast_dispatch_key_from_device_type(on)),
        was_off(c10::impl::tls_is_dispatch_key_excluded(key)),
        before(autocast_dtype::get(on, 0)) {
    autocast_dtype::set(device, type, 0);
    c10::impl::tls_set_dispatch_key_excluded(key, false);
    at::autocast::increment_nesting();
  }
  // Weights are converted once and kept as long as the outermost scope lives.
  ~AutocastScope() {
    if (at::autocast::decrement_nesting() == 0) at::autocast::clear_cache();
    c10::impl::tls_set_dispatch_key_excluded(key, was_off);
    autocast_dtype::set(device, before, 0);
  }
  AutocastScope(const AutocastScope&) = delete;
  AutocastScope& operator=(const AutocastScope&) = delete;
};

}  // namespace

const char* rt_last_error() { return last_error.c_str(); }

const char* rt_version() { return RT_LIBTORCH_VERSION; }

void* rt_find(const char* name, const char* overload) {
  return guarded(static_cast<void*>(nullptr), [&]() -> void* {
    auto found = c10::Dispatcher::singleton().findSchema({name, overload});
    if (!found) return nullptr;
    auto op = std::make_unique<Op>(Op{*found, {}});
    for (const auto& argument : found->schema().arguments()) {
      Parameter parameter;
      parameter.expected = expected_of(argument.type());
      if (argument.default_value()) {
        parameter.has_default = true;
        parameter.default_value = *argument.default_value();
      }
      op->parameters.push_back(std::move(parameter));
    }
    return op.release();
  });
}

int32_t rt_call(void* op_handle, const RtValue* args, int32_t count, RtValue* results, int32_t capacity) {
  return guarded(int32_t{-1}, [&]() -> int32_t {
    const auto& op = *static_cast<const Op*>(op_handle);
    const auto& parameters = op.parameters;
    TORCH_CHECK(static_cast<size_t>(count) <= parameters.size(), "expected at most ", parameters.size(),
                " arguments, got ", count);
    StackLease lease;
    Stack& stack = lease.stack;
    for (int32_t i = 0; i < count; i++) stack.push_back(to_ivalue(args[i], parameters[i].expected));
    for (size_t i = count; i < parameters.size(); i++) {
      TORCH_CHECK(parameters[i].has_default, "argument '", op.handle.schema().arguments()[i].name(), "' is missing");
      stack.push_back(parameters[i].default_value);
    }
    op.handle.callBoxed(stack);
    auto produced = static_cast<int32_t>(stack.size());
    for (int32_t i = 0; i < produced && i < capacity; i++) from_ivalue(std::move(stack[i]), results[i]);
    return produced;
  });
}

void rt_free_list(void* list) { std::free(list); }

void rt_tensor_free(void* tensor) {
  guarded(0, [&] {
    TensorPtr::reclaim(static_cast<c10::TensorImpl*>(tensor));
    return 0;
  });
}

void rt_tensor_meta(void* tensor, RtMeta* meta) {
  *meta = RtMeta{};
  guarded(0, [&] {
    const auto& impl = *static_cast<c10::TensorImpl*>(tensor);
    meta->elements = impl.numel();
    meta->dim = static_cast<int32_t>(impl.dim());
    meta->dtype = static_cast<int32_t>(c10::typeMetaToScalarType(impl.dtype()));
    meta->device_type = static_cast<int32_t>(impl.device().type());
    meta->device_index = impl.device().index();
    meta->storage_offset = impl.storage_offset();
    return 0;
  });
}

int32_t rt_tensor_flags(void* tensor) {
  return guarded(int32_t{0}, [&]() -> int32_t {
    Borrowed self(tensor);
    const auto& t = self.tensor;
    return (t.requires_grad() ? RT_REQUIRES_GRAD : 0) | (t.is_leaf() ? RT_IS_LEAF : 0) |
           (!t.is_sparse() && t.is_contiguous() ? RT_IS_CONTIGUOUS : 0) | (t.is_inference() ? RT_IS_INFERENCE : 0) |
           (t.is_sparse() ? RT_IS_SPARSE : 0);
  });
}

int32_t rt_tensor_sizes(void* tensor, int64_t* sizes) {
  return guarded(int32_t{-1}, [&] { return copy_out(static_cast<c10::TensorImpl*>(tensor)->sizes(), sizes); });
}

int32_t rt_tensor_strides(void* tensor, int64_t* strides) {
  return guarded(int32_t{-1}, [&] { return copy_out(static_cast<c10::TensorImpl*>(tensor)->strides(), strides); });
}

int32_t rt_tensor_data(void* tensor, void** data) {
  return guarded(int32_t{-1}, [&]() -> int32_t {
    Borrowed self(tensor);
    *data = self.tensor.data_ptr();
    return 0;
  });
}

int32_t rt_tensor_set_requires_grad(void* tensor, int32_t on) {
  return guarded(int32_t{-1}, [&]() -> int32_t {
    Borrowed self(tensor);
    self.tensor.set_requires_grad(on != 0);
    return 0;
  });
}

int32_t rt_tensor_grad(void* tensor, void** grad) {
  return guarded(int32_t{-1}, [&]() -> int32_t {
    Borrowed self(tensor);
    *grad = release(at::Tensor(self.tensor.grad()));
    return 0;
  });
}

int32_t rt_tensor_set_grad(void* tensor, void* grad) {
  return guarded(int32_t{-1}, [&]() -> int32_t {
    Borrowed self(tensor);
    self.tensor.mutable_grad() = grad ? share(grad) : at::Tensor();
    return 0;
  });
}

int32_t rt_backward(void* const* outputs, void* const* output_grads, int32_t output_count, void* const* inputs, int32_t input_count,
                    int32_t flags) {
  return guarded(int32_t{-1}, [&] {
    torch::autograd::backward(
        share_all(outputs, output_count), share_all(output_grads, output_grads ? output_count : 0),
        (flags & RT_RETAIN_GRAPH) != 0, (flags & RT_CREATE_GRAPH) != 0, share_all(inputs, input_count));
    return 0;
  });
}

int32_t rt_grad(void* const* outputs, void* const* output_grads, int32_t output_count, void* const* inputs, int32_t input_count,
                int32_t flags, void** grads) {
  return guarded(int32_t{-1}, [&] {
    auto found = torch::autograd::grad(
        share_all(outputs, output_count), share_all(inputs, input_count), share_all(output_grads, output_grads ? output_count : 0),
        (flags & RT_RETAIN_GRAPH) != 0, (flags & RT_CREATE_GRAPH) != 0, (flags & RT_ALLOW_UNUSED) != 0);
    for (int32_t i = 0; i < input_count; i++) grads[i] = release(std::move(found[i]));
    return 0;
  });
}

int32_t rt_grad_enabled() { return c10::GradMode::is_enabled(); }

void rt_set_grad_enabled(int32_t on) { c10::GradMode::set_enabled(on != 0); }

int32_t rt_inference_enabled() { return c10::InferenceMode::is_enabled(); }

void* rt_inference_enter(int32_t on) {
  return guarded(static_cast<void*>(nullptr), [&]() -> void* { return new c10::InferenceMode(on != 0); });
}

void rt_inference_leave(void* guard) { delete static_cast<c10::InferenceMode*>(guard); }

void* rt_autocast_enter(int32_t device_type, int32_t dtype) {
  return guarded(static_cast<void*>(nullptr), [&]() -> void* {
    auto device = static_cast<c10::DeviceType>(device_type);
    TORCH_CHECK(device == c10::DeviceType::CPU || device == c10::DeviceType::CUDA, "autocast is for the CPU and for CUDA");
    return new AutocastScope(device, static_cast<at::ScalarType>(dtype));
  });
}

void rt_autocast_leave(void* scope) {
  guarded(0, [&] {
    delete static_cast<AutocastScope*>(scope);
    return 0;
  });
}

int32_t rt_manual_seed(uint64_t seed) {
  return guarded(int32_t{-1}, [&]() -> int32_t {
    at::manual_seed(seed);
    return 0;
  });
}

void* rt_generator_new(uint64_t seed) {
  return guarded(static_cast<void*>(nullptr), [&]() -> void* { return new at::Generator(at::detail::createCPUGenerator(seed)); });
}

void* rt_generator_default() {
  return guarded(static_cast<void*>(nullptr), []() -> void* { return new at::Generator(at::detail::getDefaultCPUGenerator()); });
}

int32_t rt_generator_seed(void* generator, uint64_t seed) {
  return guarded(int32_t{-1}, [&]() -> int32_t {
    auto& self = *static_cast<at::Generator*>(generator);
    std::lock_guard<std::mutex> lock(self.mutex());
    self.set_current_seed(seed);
    return 0;
  });
}

uint64_t rt_generator_current_seed(void* generator) {
  return guarded(uint64_t{0}, [&]() -> uint64_t { return static_cast<at::Generator*>(generator)->current_seed(); });
}

void rt_generator_free(void* generator) { delete static_cast<at::Generator*>(generator); }

int32_t rt_threads() {
  return guarded(int32_t{-1}, []() -> int32_t { return at::get_num_threads(); });
}

int32_t rt_set_threads(int32_t count) {
  return guarded(int32_t{-1}, [&]() -> int32_t {
    at::set_num_threads(count);
    return 0;
  });
}

int32_t rt_device_count(int32_t device_type) {
  return guarded(int32_t{0}, [&]() -> int32_t {
    const auto* guard = device_guard(device_type);
    return guard ? guard->deviceCount() : 0;
  });
}

int32_t rt_synchronize(int32_t device_type, int32_t index) {
  return guarded(int32_t{-1}, [&]() -> int32_t {
    const auto* guard = device_guard(device_type);
    TORCH_CHECK(guard, "this libtorch was built without support for the device");
    auto device = index < 0 ? guard->getDevice()
                            : c10::Device(static_cast<c10::DeviceType>(device_type), static_cast<c10::DeviceIndex>(index));
    guard->synchronizeStream(guard->getStream(device));
    return 0;
  });
}

int32_t rt_setting(int32_t setting) {
  return guarded(int32_t{-1}, [&]() -> int32_t {
    auto& context = at::globalContext();
    switch (setting) {
      case RT_CUDNN_BENCHMARK: return context.benchmarkCuDNN();
      case RT_CUDNN_DETERMINISTIC: return context.deterministicCuDNN();
      case RT_CUDNN_TF32: return context.allowTF32CuDNN();
      default: return context.allowTF32CuBLAS();
    }
  });
}

int32_t rt_set_setting(int32_t setting, int32_t on) {
  return guarded(int32_t{-1}, [&]() -> int32_t {
    auto& context = at::globalContext();
    switch (setting) {
      case RT_CUDNN_BENCHMARK: context.setBenchmarkCuDNN(on != 0); break;
      case RT_CUDNN_DETERMINISTIC: context.setDeterministicCuDNN(on != 0); break;
      case RT_CUDNN_TF32: context.setAllowTF32CuDNN(on != 0); break;
      default: context.setAllowTF32CuBLAS(on != 0); break;
    }
    return 0;
  });
}
