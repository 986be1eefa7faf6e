// What the C ABIs of this folder share: handles on tensors, and exceptions that end as a text.
#pragma once
#include <ATen/core/Tensor.h>

#include <cstdint>
#include <exception>
#include <string>
#include <utility>
#include <vector>

namespace resnetgen {

using TensorPtr = c10::intrusive_ptr<c10::TensorImpl, c10::UndefinedTensorImpl>;

// Why this thread's last call failed; each library has its own.
inline thread_local std::string last_error;

// Runs `body`; no exception leaves the library.
template <class F, class R>
R guarded(R failure, F&& body) noexcept {
  try {
    return body();
  } catch (const c10::Error& e) {
    try { last_error = e.what_without_backtrace(); } catch (...) { }
  } catch (const std::exception& e) {
    try { last_error = e.what(); } catch (...) { }
  } catch (...) {
    try { last_error = "an unknown C++ exception"; } catch (...) { }
  }
  return failure;
}

// A new reference; an undefined tensor for null.
inline at::Tensor share(void* handle) {
  return handle ? at::Tensor(TensorPtr::reclaim_copy(static_cast<c10::TensorImpl*>(handle))) : at::Tensor();
}

inline std::vector<at::Tensor> share_all(void* const* handles, int32_t count) {
  std::vector<at::Tensor> tensors;
  tensors.reserve(count);
  for (int32_t i = 0; i < count; i++) tensors.push_back(share(handles[i]));
  return tensors;
}

// The reference as a handle; null for an undefined tensor.
inline void* release(at::Tensor&& tensor) {
  return tensor.defined() ? tensor.unsafeReleaseTensorImpl() : nullptr;
}

}  // namespace resnetgen
