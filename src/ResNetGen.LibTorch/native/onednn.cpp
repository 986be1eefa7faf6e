// oneDNN's convolutions behind a C ABI. Where its headers are missing, only the reason is compiled.
#include "onednn.h"

#ifdef RI_UNAVAILABLE

const char* ri_unavailable() { return RI_UNAVAILABLE; }

#else

#include "boundary.h"
#include "onednn_convolution.h"
#include "onednn_pool.h"

using namespace resnetgen;

const char* ri_unavailable() { return nullptr; }

const char* ri_last_error() { return last_error.c_str(); }

int32_t ri_supports(int32_t type) {
  return guarded(int32_t{0}, [&] {
    auto data = type_of(static_cast<at::ScalarType>(type));
    memory::desc image({1, 16, 4, 4}, data, memory::format_tag::any), weights({16, 16, 1, 1}, data, memory::format_tag::any);
    memory::desc bias({16}, data, memory::format_tag::x);
    describe_convolution(image, weights, bias, image, {1, 1}, {0, 0}, {0, 0}, {});
    return int32_t{1};
  });
}

void* ri_convolution_new(void* weight, void* bias, const RiConvolution* settings) {
  return guarded(static_cast<void*>(nullptr), [&]() -> void* { return new Convolution(share(weight), share(bias), *settings); });
}

void ri_convolution_free(void* convolution) { delete static_cast<Convolution*>(convolution); }

void* ri_convolution_run(void* convolution, void* x, void* addend) {
  return guarded(static_cast<void*>(nullptr), [&]() -> void* { return release(static_cast<Convolution*>(convolution)->run(share(x), share(addend))); });
}

int32_t ri_convolution_shapes(void* convolution) { return static_cast<Convolution*>(convolution)->shapes(); }

const char* ri_convolution_implementation(void* convolution) {
  return guarded(static_cast<const char*>(nullptr), [&]() -> const char* {
    thread_local std::string name;
    name = static_cast<Convolution*>(convolution)->implementation();
    return name.c_str();
  });
}

void* ri_max_pool(void* x, int64_t kernel, int64_t stride, int64_t padding, int32_t ceil_mode) {
  return guarded(static_cast<void*>(nullptr), [&]() -> void* { return release(max_pool(share(x), kernel, stride, padding, ceil_mode != 0)); });
}

void* ri_plain(void* x) {
  return guarded(static_cast<void*>(nullptr), [&]() -> void* {
    auto given = share(x);
    auto layout = Layout::of(given);
    layout.order = Order::Plain;
    return release(in_order(given, layout));
  });
}

#endif
