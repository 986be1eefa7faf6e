// oneDNN's convolutions behind a C ABI. Where its headers are missing, only the reason is compiled.
#include "onednn.h"

#ifdef RI_UNAVAILABLE

const char* ri_unavailable() { return RI_UNAVAILABLE; }

#else

#include "onednn_convolution.h"
#include "onednn_pool.h"

namespace {

using namespace resnetgen;
using TensorPtr = c10::intrusive_ptr<c10::TensorImpl, c10::UndefinedTensorImpl>;

thread_local std::string last_error;

// Runs `body`; no exception leaves the library.
template <class R, class F>
R* guarded(F&& body) noexcept {
  try {
    return body();
  } catch (const c10::Error& e) {
    try { last_error = e.what_without_backtrace(); } catch (...) { }
  } catch (const std::exception& e) {
    try { last_error = e.what(); } catch (...) { }
  } catch (...) {
    try { last_error = "an unknown C++ exception"; } catch (...) { }
  }
  return nullptr;
}

at::Tensor share(void* handle) {
  return handle ? at::Tensor(TensorPtr::reclaim_copy(static_cast<c10::TensorImpl*>(handle))) : at::Tensor();
}

void* release(at::Tensor&& tensor) { return tensor.unsafeReleaseTensorImpl(); }

}  // namespace

const char* ri_unavailable() { return nullptr; }

const char* ri_last_error() { return last_error.c_str(); }

int32_t ri_supports(int32_t type) {
  return guarded<char>([&]() -> char* {
    auto data = type_of(static_cast<at::ScalarType>(type));
    memory::desc image({1, 16, 4, 4}, data, memory::format_tag::any), weights({16, 16, 1, 1}, data, memory::format_tag::any);
    memory::desc bias({16}, data, memory::format_tag::x);
    static char yes;
    describe_convolution(image, weights, bias, image, {1, 1}, {0, 0}, {0, 0}, {});
    return &yes;
  }) != nullptr;
}

void* ri_convolution_new(void* weight, void* bias, const RiConvolution* settings) {
  return guarded<void>([&]() -> void* { return new Convolution(share(weight), share(bias), *settings); });
}

void ri_convolution_free(void* convolution) { delete static_cast<Convolution*>(convolution); }

void* ri_convolution_run(void* convolution, void* x, void* addend) {
  return guarded<void>([&]() -> void* { return release(static_cast<Convolution*>(convolution)->run(share(x), share(addend))); });
}

int32_t ri_convolution_shapes(void* convolution) { return static_cast<Convolution*>(convolution)->shapes(); }

const char* ri_convolution_implementation(void* convolution) {
  return guarded<const char>([&]() -> const char* {
    thread_local std::string name;
    name = static_cast<Convolution*>(convolution)->implementation();
    return name.c_str();
  });
}

void* ri_max_pool(void* x, int64_t kernel, int64_t stride, int64_t padding, int32_t ceil_mode) {
  return guarded<void>([&]() -> void* { return release(max_pool(share(x), kernel, stride, padding, ceil_mode != 0)); });
}

void* ri_plain(void* x) {
  return guarded<void>([&]() -> void* {
    auto given = share(x);
    auto layout = Layout::of(given);
    layout.order = Order::Plain;
    return release(in_order(given, layout));
  });
}

#endif
