// 3x3 convolutions of stride 1 in fewer multiplications: Winograd's F(4x4, 3x3) (Lavin and Gray, arXiv 1509.09308), for
// AVX2 and channels in blocks of 8. oneDNN has it for AVX-512 only. Four multiplications become one, and 16 outputs need 36
// products; the rounding error stays near 1e-6 of the largest value.
#pragma once
#include <ATen/Functions.h>

#include <algorithm>
#include <cstdint>
#include <vector>

#include <omp.h>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace resnetgen::winograd {

constexpr int out_side = 4;   // outputs of a tile
constexpr int in_side = 6;    // inputs of a tile
constexpr int points = in_side * in_side;
constexpr int lanes = 8;
constexpr int wide = 2 * lanes;  // output channels computed together
constexpr int together = 6;      // tiles computed together: with 16 channels they fill the registers

// What one convolution of one shape needs to know. Memory is nChw8c.
struct Shape {
  int64_t n, in, h, w, out, out_h, out_w, pad_h, pad_w;
  bool adds, relu;

  int64_t tiles_high() const { return (out_h + out_side - 1) / out_side; }
  int64_t tiles_wide() const { return (out_w + out_side - 1) / out_side; }
  int64_t tiles() const { return n * tiles_high() * tiles_wide(); }
};

#if !defined(__x86_64__)

inline bool available() { return false; }
inline void transform_weights(const float*, int64_t, int64_t, float*, int) {}
inline void run(const Shape&, const float*, const float*, const float*, float*, int) {}

#else

// Where vectors are wider, oneDNN's own convolutions are.
inline bool available() {
  return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") && !__builtin_cpu_supports("avx512f");
}

#define RI_AVX2 __attribute__((target("avx2,fma")))

// One dimension of the input's transform.
RI_AVX2 inline void before(const __m256* d, int step, __m256* out, int out_step) {
  const __m256 two = _mm256_set1_ps(2), four = _mm256_set1_ps(4), five = _mm256_set1_ps(5);
  __m256 d0 = d[0], d1 = d[step], d2 = d[2 * step], d3 = d[3 * step], d4 = d[4 * step], d5 = d[5 * step];
  __m256 even = _mm256_fnmadd_ps(four, d2, d4), odd = _mm256_fnmadd_ps(four, d1, d3);
  __m256 near = _mm256_sub_ps(d4, d2), twice = _mm256_mul_ps(two, _mm256_sub_ps(d3, d1));
  out[0] = _mm256_fmadd_ps(four, d0, _mm256_fnmadd_ps(five, d2, d4));
  out[out_step] = _mm256_add_ps(even, odd);
  out[2 * out_step] = _mm256_sub_ps(even, odd);
  out[3 * out_step] = _mm256_add_ps(near, twice);
  out[4 * out_step] = _mm256_sub_ps(near, twice);
  out[5 * out_step] = _mm256_fmadd_ps(four, d1, _mm256_fnmadd_ps(five, d3, d5));
}

// One dimension of the output's transform.
RI_AVX2 inline void after(const __m256* m, int step, __m256* out, int out_step) {
  const __m256 two = _mm256_set1_ps(2), four = _mm256_set1_ps(4), eight = _mm256_set1_ps(8);
  __m256 sum1 = _mm256_add_ps(m[step], m[2 * step]), difference1 = _mm256_sub_ps(m[step], m[2 * step]);
  __m256 sum2 = _mm256_add_ps(m[3 * step], m[4 * step]), difference2 = _mm256_sub_ps(m[3 * step], m[4 * step]);
  out[0] = _mm256_add_ps(m[0], _mm256_add_ps(sum1, sum2));
  out[out_step] = _mm256_fmadd_ps(two, difference2, difference1);
  out[2 * out_step] = _mm256_fmadd_ps(four, sum2, sum1);
  out[3 * out_step] = _mm256_add_ps(_mm256_fmadd_ps(eight, difference2, difference1), m[5 * step]);
}

// Eight channels of a tile: source [h][w][8] at (top, left), which may lie outside, to `target` [point] in steps of `step` floats.
RI_AVX2 inline void transform_input(const Shape& s, const float* source, int64_t top, int64_t left, float* target, int64_t step) {
  __m256 tile[points], half[points];
  for (int y = 0; y < in_side; y++) {
    int64_t row = top + y;
    bool inside = row >= 0 && row < s.h;
    const float* from = source + (row * s.w + left) * lanes;
    if (inside && left >= 0 && left + in_side <= s.w) {
      for (int x = 0; x < in_side; x++) tile[y * in_side + x] = _mm256_loadu_ps(from + x * lanes);
    } else {
      for (int x = 0; x < in_side; x++) {
        bool there = inside && left + x >= 0 && left + x < s.w;
        tile[y * in_side + x] = there ? _mm256_loadu_ps(from + x * lanes) : _mm256_setzero_ps();
      }
    }
  }
  for (int x = 0; x < in_side; x++) before(tile + x, in_side, half + x, in_side);
  for (int y = 0; y < in_side; y++) {
    __m256 line[in_side];
    before(half + y * in_side, 1, line, 1);
    for (int x = 0; x < in_side; x++) _mm256_storeu_ps(target + (y * in_side + x) * step, line[x]);
  }
}

// Eight output channels of a tile, from `products` [point] in steps of `step` floats to target [out_h][out_w][8].
RI_AVX2 inline void transform_output(
    const Shape& s, const float* products, int64_t step, const float* bias, float* target, int64_t top, int64_t left) {
  __m256 half[out_side * in_side], tile[out_side * out_side];
  for (int x = 0; x < in_side; x++) {
    __m256 column[in_side];
    for (int y = 0; y < in_side; y++) column[y] = _mm256_loadu_ps(products + (y * in_side + x) * step);
    after(column, 1, half + x, in_side);
  }
  for (int y = 0; y < out_side; y++) after(half + y * in_side, 1, tile + y * out_side, 1);
  const __m256 shift = _mm256_loadu_ps(bias), zero = _mm256_setzero_ps();
  int64_t high = std::min<int64_t>(out_side, s.out_h - top), broad = std::min<int64_t>(out_side, s.out_w - left);
  for (int64_t y = 0; y < high; y++) {
    float* row = target + ((top + y) * s.out_w + left) * lanes;
    for (int64_t x = 0; x < broad; x++) {
      __m256 value = _mm256_add_ps(tile[y * out_side + x], shift);
      if (s.adds) value = _mm256_add_ps(value, _mm256_loadu_ps(row + x * lanes));
      if (s.relu) value = _mm256_max_ps(value, zero);
      _mm256_storeu_ps(row + x * lanes, value);
    }
  }
}

// products [2][tile][8] = values [in / 8][tile][8] times weights [in][16], for Tiles tiles.
template <int Tiles>
RI_AVX2 inline void multiply(const float* values, int64_t value_step, const float* weights, int64_t blocks, float* products, int64_t product_step) {
  __m256 low[Tiles], high[Tiles];
  // The weights of the next channels come while these are computed.
  const float* next = weights + blocks * lanes * wide;
#pragma GCC unroll 6
  for (int t = 0; t < Tiles; t++) low[t] = high[t] = _mm256_setzero_ps();
  for (int64_t block = 0; block < blocks; block++) {
#pragma GCC unroll 8
    for (int lane = 0; lane < lanes; lane++) {
      _mm_prefetch(reinterpret_cast<const char*>(next + lane * wide), _MM_HINT_T1);
      __m256 w0 = _mm256_loadu_ps(weights + lane * wide), w1 = _mm256_loadu_ps(weights + lane * wide + lanes);
#pragma GCC unroll 6
      for (int t = 0; t < Tiles; t++) {
        __m256 value = _mm256_broadcast_ss(values + t * lanes + lane);
        low[t] = _mm256_fmadd_ps(value, w0, low[t]);
        high[t] = _mm256_fmadd_ps(value, w1, high[t]);
      }
    }
    values += value_step;
    weights += lanes * wide;
    next += lanes * wide;
  }
#pragma GCC unroll 6
  for (int t = 0; t < Tiles; t++) {
    _mm256_storeu_ps(products + t * lanes, low[t]);
    _mm256_storeu_ps(products + product_step + t * lanes, high[t]);
  }
}

RI_AVX2 inline void multiply(
    const float* values, int64_t value_step, const float* weights, int64_t blocks, float* products, int64_t product_step, int64_t tiles) {
  int64_t t = 0;
  for (; t + together <= tiles; t += together)
    multiply<together>(values + t * lanes, value_step, weights, blocks, products + t * lanes, product_step);
  values += t * lanes;
  products += t * lanes;
  switch (tiles - t) {
    case 5: multiply<5>(values, value_step, weights, blocks, products, product_step); break;
    case 4: multiply<4>(values, value_step, weights, blocks, products, product_step); break;
    case 3: multiply<3>(values, value_step, weights, blocks, products, product_step); break;
    case 2: multiply<2>(values, value_step, weights, blocks, products, product_step); break;
    case 1: multiply<1>(values, value_step, weights, blocks, products, product_step); break;
    default: break;
  }
}

// Where a tile lies.
struct Place {
  int64_t n, top, left;
  Place(const Shape& s, int64_t tile)
      : n(tile / (s.tiles_high() * s.tiles_wide())),
        top(tile / s.tiles_wide() % s.tiles_high() * out_side),
        left(tile % s.tiles_wide() * out_side) {}
};

using Places = std::vector<Place>;

inline Places places_of(const Shape& s, int64_t first, int64_t count) {
  Places places;
  places.reserve(static_cast<size_t>(count));
  for (int64_t t = 0; t < count; t++) places.emplace_back(s, first + t);
  return places;
}

// The stages over some tiles; `values` is [point][in / 8][tile][8], `products` [point][out / 8][tile][8], of `count` tiles.
inline void read_tiles(const Shape& s, const Places& places, const float* source, float* values, int64_t block_from, int64_t block_to) {
  auto count = static_cast<int64_t>(places.size());
  for (int64_t block = block_from; block < block_to; block++) {
    for (int64_t t = 0; t < count; t++) {
      const Place& at = places[static_cast<size_t>(t)];
      transform_input(s, source + (at.n * (s.in / lanes) + block) * s.h * s.w * lanes, at.top - s.pad_h, at.left - s.pad_w,
                      values + (block * count + t) * lanes, s.in * count);
    }
  }
}

inline void multiply_tiles(const Shape& s, const float* values, const float* weights, float* products, int64_t count, int64_t wide_from, int64_t wide_to) {
  for (int64_t point = 0; point < points; point++) {
    for (int64_t k = wide_from; k < wide_to; k++) {
      multiply(values + point * s.in * count, count * lanes, weights + (point * (s.out / wide) + k) * s.in * wide, s.in / lanes,
               products + (point * (s.out / lanes) + k * 2) * count * lanes, count * lanes, count);
    }
  }
}

inline void write_tiles(
    const Shape& s, const Places& places, const float* products, const float* bias, float* target, int64_t block_from, int64_t block_to) {
  auto count = static_cast<int64_t>(places.size());
  for (int64_t block = block_from; block < block_to; block++) {
    for (int64_t t = 0; t < count; t++) {
      const Place& at = places[static_cast<size_t>(t)];
      transform_output(s, products + (block * count + t) * lanes, s.out * count, bias + block * lanes,
                       target + (at.n * (s.out / lanes) + block) * s.out_h * s.out_w * lanes, at.top, at.left);
    }
  }
}

// The transform of weights [out, in, 3, 3]: [point][out / 16][in][16].
inline void transform_weights(const float* weights, int64_t out, int64_t in, float* result, int threads) {
  constexpr double matrix[in_side][3] = {{1.0 / 4, 0, 0},           {-1.0 / 6, -1.0 / 6, -1.0 / 6}, {-1.0 / 6, 1.0 / 6, -1.0 / 6},
                                         {1.0 / 24, 1.0 / 12, 1.0 / 6}, {1.0 / 24, -1.0 / 12, 1.0 / 6}, {0, 0, 1}};
#pragma omp parallel for num_threads(threads) if (threads > 1)
  for (int64_t first = 0; first < out; first += wide) {
    for (int64_t c = 0; c < in; c++) {
      for (int64_t k = first; k < first + wide; k++) {
        const float* g = weights + (k * in + c) * 9;
        double half[in_side][3];
        for (int i = 0; i < in_side; i++)
          for (int x = 0; x < 3; x++) half[i][x] = matrix[i][0] * g[x] + matrix[i][1] * g[3 + x] + matrix[i][2] * g[6 + x];
        for (int i = 0; i < in_side; i++) {
          for (int j = 0; j < in_side; j++) {
            double sum = half[i][0] * matrix[j][0] + half[i][1] * matrix[j][1] + half[i][2] * matrix[j][2];
            result[(((i * in_side + j) * out + first) * in) + c * wide + k - first] = static_cast<float>(sum);
          }
        }
      }
    }
  }
}

// How many tiles a thread takes at once: their values and products should stay in its second cache.
inline int64_t chunk(const Shape& s) {
  constexpr int64_t cache = 512 * 1024;
  int64_t each = points * (s.in + s.out) * static_cast<int64_t>(sizeof(float));
  return std::max<int64_t>(together, cache / each / together * together);
}

// Floats to work in.
inline int64_t scratch_size(const Shape& s, int threads) {
  int64_t tiles = s.tiles(), count = std::min(chunk(s), tiles);
  bool split = tiles < threads * count;
  return points * (s.in + s.out) * (split ? tiles : count * threads);
}

inline void run(const Shape& s, const float* source, const float* weights, const float* bias, float* target, int threads) {
  int64_t tiles = s.tiles(), count = std::min(chunk(s), tiles);
  auto memory = at::empty({scratch_size(s, threads)});
  auto* scratch = memory.data_ptr<float>();
  if (tiles >= threads * count) {
    // Tiles enough for all: each thread takes some through all stages.
    int64_t chunks = (tiles + count - 1) / count;
#pragma omp parallel for num_threads(threads) schedule(dynamic, 1) if (threads > 1)
    for (int64_t i = 0; i < chunks; i++) {
      float* values = scratch + omp_get_thread_num() * points * (s.in + s.out) * count;
      float* products = values + points * s.in * count;
      auto places = places_of(s, i * count, std::min(count, tiles - i * count));
      read_tiles(s, places, source, values, 0, s.in / lanes);
      multiply_tiles(s, values, weights, products, static_cast<int64_t>(places.size()), 0, s.out / wide);
      write_tiles(s, places, products, bias, target, 0, s.out / lanes);
    }
    return;
  }
  // Few tiles and many channels: the threads share the tiles, so that each weight is read by one of them only.
  float* values = scratch;
  float* products = scratch + points * s.in * tiles;
  auto places = places_of(s, 0, tiles);
#pragma omp parallel num_threads(threads) if (threads > 1)
  {
    int64_t own = omp_get_thread_num(), all = omp_get_num_threads();
    read_tiles(s, places, source, values, s.in / lanes * own / all, s.in / lanes * (own + 1) / all);
#pragma omp barrier
    int64_t from = s.out / wide * own / all, to = s.out / wide * (own + 1) / all;
    multiply_tiles(s, values, weights, products, tiles, from, to);
    write_tiles(s, places, products, bias, target, from * 2, to * 2);
  }
}

#undef RI_AVX2
#endif

}  // namespace resnetgen::winograd
