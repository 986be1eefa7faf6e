// 3x3 convolutions of stride 1 in fewer multiplications: Winograd's F(4x4, 3x3) (Lavin and Gray, arXiv 1509.09308), for
// AVX2 and channels in blocks of 8. oneDNN has it for AVX-512 only. Four multiplications become one, and 16 outputs need 36
// products; the rounding error stays near 1e-6 of the largest value.
#pragma once
#include "onednn_winograd_shape.h"

#include <ATen/Functions.h>

#include <vector>

#include <omp.h>

#if defined(__x86_64__)
#include "onednn_winograd_avx2.h"
#endif

namespace resnetgen::winograd {

// The weights, OIhw8i8o, and their transform, or null where it is not kept.
struct Filters {
  const float* given;
  const float* transformed;
};

#if !defined(__x86_64__)

inline bool available() { return false; }
inline int64_t transformed_size(int64_t, int64_t) { return 0; }
inline void transform(const float*, int64_t, int64_t, float*) {}
inline void run(const Shape&, const float*, const Filters&, const float*, float*, int) {}

#else

// Where vectors are wider, oneDNN's own convolutions are.
inline bool available() {
  return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") && !__builtin_cpu_supports("avx512f");
}

// Where a tile lies.
struct Place {
  int64_t n, top, left;
  Place(const Shape& s, int64_t tile)
      : n(tile / (s.tiles_high() * s.tiles_wide())),
        top(tile / s.tiles_wide() % s.tiles_high() * out_side),
        left(tile % s.tiles_wide() * out_side) {}
};

// Some tiles on their way: `values` [point][in / 8][tile][8], `products` [point][2][tile][8] of 16 output channels, and the
// transformed weights [point][channel][16] of `part` input channels and these.
struct Work {
  const Shape& s;
  int64_t count, part;
  std::vector<Place> places;

  Work(const Shape& shape, int64_t first, int64_t tiles, int64_t part_) : s(shape), count(tiles), part(part_) {
    places.reserve(static_cast<size_t>(count));
    for (int64_t t = 0; t < count; t++) places.emplace_back(s, first + t);
  }

  static int64_t value_step(const Shape& s, int64_t count) { return s.in * count + apart; }
  static int64_t product_step(int64_t count) { return wide * count + apart; }
  static int64_t weight_step(int64_t part) { return wide * part + apart; }

  void read(const float* source, float* values, int64_t block_from, int64_t block_to) const {
    for (int64_t block = block_from; block < block_to; block++) {
      for (int64_t t = 0; t < count; t++) {
        const Place& at = places[static_cast<size_t>(t)];
        transform_input(s, source + (at.n * (s.in / lanes) + block) * s.h * s.w * lanes, at.top - s.pad_h, at.left - s.pad_w,
                        values + (block * count + t) * lanes, value_step(s, count));
      }
    }
  }

  // Output channels 16 `k` to 16 `k` + 15. What is not transformed yet goes through `buffer`.
  void multiply_and_write(
      const float* values, const Filters& filters, int64_t k, float* buffer, float* products, const float* bias, float* target) const {
    constexpr int64_t taps = 9;
    for (int64_t from = 0; from < s.in; from += part) {
      int64_t to = std::min(s.in, from + part), step = weight_step(part);
      const float* given = filters.given + k * wide * s.in * taps;
      const float* transformed = buffer;
      if (filters.transformed) {
        transformed = filters.transformed + k * points * step;
      } else {
        transform_weights(given, s.in, from, to, buffer, step);
      }
      for (int64_t point = 0; point < points; point++) {
        const float* own = transformed + point * step;
        Factors factors{values + point * value_step(s, count) + from * count, own, own + step, wide, (to - from) / lanes, count, from > 0};
        if (!filters.transformed) {
          // What is transformed next lies in two places: half of the points fetch the one, half the other.
          const float* next = given + (to < s.in ? to * lanes : wide * s.in) * taps;
          factors.next = next + (2 * point / points * s.in * taps + point % (points / 2) * part * taps * 2 / points) * lanes;
          factors.next_step = taps * 2 * lanes / points;
        }
        multiply(factors, products + point * product_step(count));
      }
    }
    for (int64_t block = k * 2; block < k * 2 + 2; block++) {
      for (int64_t t = 0; t < count; t++) {
        const Place& at = places[static_cast<size_t>(t)];
        transform_output(s, products + (block % 2 * count + t) * lanes, product_step(count), bias + block * lanes,
                         target + (at.n * (s.out / lanes) + block) * s.out_h * s.out_w * lanes, at.top, at.left);
      }
    }
  }
};

inline int64_t transformed_size(int64_t out, int64_t in) { return points * (out / wide) * Work::weight_step(in); }

// The transform of all weights.
inline void transform(const float* weights, int64_t out, int64_t in, float* result) {
  constexpr int64_t taps = 9;
  for (int64_t k = 0; k < out / wide; k++)
    transform_weights(weights + k * wide * in * taps, in, 0, in, result + k * points * Work::weight_step(in), Work::weight_step(in));
}

// How many tiles a thread takes at once: their values should stay in its second cache.
inline int64_t chunk(const Shape& s) {
  constexpr int64_t cache = 512 * 1024;
  int64_t each = points * (s.in + wide) * static_cast<int64_t>(sizeof(float));
  return std::max<int64_t>(1, cache / each / together) * together;
}

inline int64_t ceiling(int64_t a, int64_t b) { return (a + b - 1) / b; }

// Each thread takes some tiles through all stages.
inline void run_tiles_apart(const Shape& s, const float* source, const Filters& filters, const float* bias, float* target, int threads) {
  // In whole registers, and as many for each thread.
  int64_t units = ceiling(s.tiles(), together), chunks = ceiling(ceiling(s.tiles(), chunk(s)), threads) * threads;
  int64_t most = ceiling(units, chunks) * together;
  int64_t own = points * (Work::value_step(s, most) + Work::product_step(most));
  auto memory = at::empty({own * threads});
  auto* scratch = memory.data_ptr<float>();
#pragma omp parallel for num_threads(threads) schedule(dynamic, 1) if (threads > 1)
  for (int64_t i = 0; i < chunks; i++) {
    int64_t first = units * i / chunks * together, end = std::min(s.tiles(), units * (i + 1) / chunks * together);
    if (first >= end) continue;
    float* values = scratch + omp_get_thread_num() * own;
    Work work(s, first, end - first, s.in);
    work.read(source, values, 0, s.in / lanes);
    for (int64_t k = 0; k < s.out / wide; k++)
      work.multiply_and_write(values, filters, k, nullptr, values + points * Work::value_step(s, most), bias, target);
  }
}

// The threads share the tiles, and each takes some output channels: each weight is read by one of them only.
inline void run_channels_apart(const Shape& s, const float* source, const Filters& filters, const float* bias, float* target, int threads) {
  // Their values stay in the third cache, and a part's transformed weights in the second.
  constexpr int64_t most = 128, some = 64;
  int64_t part = filters.transformed ? s.in : std::min(s.in, some), groups = ceiling(s.tiles(), most), count = ceiling(s.tiles(), groups);
  int64_t shared = points * Work::value_step(s, count), products = points * Work::product_step(count);
  int64_t own = products + (filters.transformed ? 0 : points * Work::weight_step(part));
  auto memory = at::empty({shared + own * threads});
  auto* values = memory.data_ptr<float>();
#pragma omp parallel num_threads(threads) if (threads > 1)
  {
    int64_t thread = omp_get_thread_num(), all = omp_get_num_threads();
    float* mine = values + shared + own * thread;
    for (int64_t first = 0; first < s.tiles(); first += count) {
      Work work(s, first, std::min(count, s.tiles() - first), part);
      work.read(source, values, s.in / lanes * thread / all, s.in / lanes * (thread + 1) / all);
#pragma omp barrier
      for (int64_t k = s.out / wide * thread / all; k < s.out / wide * (thread + 1) / all; k++)
        work.multiply_and_write(values, filters, k, mine + products, mine, bias, target);
#pragma omp barrier
    }
  }
}

inline void run(const Shape& s, const float* source, const Filters& filters, const float* bias, float* target, int threads) {
  bool enough = s.tiles() >= threads * 2 * together;
  (filters.transformed && enough ? run_tiles_apart : run_channels_apart)(s, source, filters, bias, target, threads);
}

#endif

}  // namespace resnetgen::winograd
