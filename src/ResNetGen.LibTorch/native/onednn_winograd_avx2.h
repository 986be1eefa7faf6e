// The steps of Winograd's way in AVX2: the transforms of inputs, weights and outputs, and the products between them.
#pragma once
#include "onednn_winograd_shape.h"

#include <immintrin.h>

#define RI_AVX2 __attribute__((target("avx2,fma")))

namespace resnetgen::winograd {

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

// One dimension of the weights' transform.
RI_AVX2 inline void between(const __m256* g, int step, __m256* out, int out_step) {
  const __m256 quarter = _mm256_set1_ps(1.0f / 4), sixth = _mm256_set1_ps(1.0f / 6);
  const __m256 twelfth = _mm256_set1_ps(1.0f / 12), minus_sixth = _mm256_set1_ps(-1.0f / 6);
  __m256 first = g[0], middle = g[step], last = g[2 * step];
  __m256 small = _mm256_mul_ps(quarter, first), large = _mm256_mul_ps(sixth, last);
  __m256 sum = _mm256_mul_ps(minus_sixth, _mm256_add_ps(first, last)), odd = _mm256_mul_ps(sixth, middle);
  __m256 even = _mm256_fmadd_ps(sixth, small, large), half = _mm256_mul_ps(twelfth, middle);
  out[0] = small;
  out[out_step] = _mm256_sub_ps(sum, odd);
  out[2 * out_step] = _mm256_add_ps(sum, odd);
  out[3 * out_step] = _mm256_add_ps(even, half);
  out[4 * out_step] = _mm256_sub_ps(even, half);
  out[5 * out_step] = last;
}

// Eight channels of a tile: source [h][w][8] at (top, left), which may lie outside, to `target` [point] in steps of `step` floats.
RI_AVX2 inline void transform_input(const Shape& s, const float* source, int64_t top, int64_t left, float* target, int64_t step) {
  __m256 tile[points], half[points];
#pragma GCC unroll 6
  for (int y = 0; y < in_side; y++) {
    int64_t row = top + y;
    bool inside = row >= 0 && row < s.h;
    const float* from = source + (row * s.w + left) * lanes;
    if (inside && left >= 0 && left + in_side <= s.w) {
#pragma GCC unroll 6
      for (int x = 0; x < in_side; x++) tile[y * in_side + x] = _mm256_loadu_ps(from + x * lanes);
    } else {
#pragma GCC unroll 6
      for (int x = 0; x < in_side; x++) {
        bool there = inside && left + x >= 0 && left + x < s.w;
        tile[y * in_side + x] = there ? _mm256_loadu_ps(from + x * lanes) : _mm256_setzero_ps();
      }
    }
  }
#pragma GCC unroll 6
  for (int x = 0; x < in_side; x++) before(tile + x, in_side, half + x, in_side);
#pragma GCC unroll 6
  for (int y = 0; y < in_side; y++) {
    __m256 line[in_side];
    before(half + y * in_side, 1, line, 1);
#pragma GCC unroll 6
    for (int x = 0; x < in_side; x++) _mm256_storeu_ps(target + (y * in_side + x) * step, line[x]);
  }
}

// Input channels `from` to `to` of 16 output channels, `weights` [2][in / 8][9][8][8], to `target` [channel][16] for each
// point, in steps of `step` floats.
RI_AVX2 inline void transform_weights(const float* weights, int64_t in, int64_t from, int64_t to, float* target, int64_t step) {
  constexpr int taps = 9;
  for (int64_t c = from; c < to; c++, target += wide) {
    for (int64_t half = 0; half < 2; half++) {
      const float* g = weights + ((half * in + c / lanes * lanes) * taps + c % lanes) * lanes;
      __m256 filter[taps], rows[in_side * 3];
#pragma GCC unroll 9
      for (int i = 0; i < taps; i++) filter[i] = _mm256_loadu_ps(g + i * lanes * lanes);
#pragma GCC unroll 3
      for (int x = 0; x < 3; x++) between(filter + x, 3, rows + x, 3);
#pragma GCC unroll 6
      for (int y = 0; y < in_side; y++) {
        __m256 line[in_side];
        between(rows + y * 3, 1, line, 1);
#pragma GCC unroll 6
        for (int x = 0; x < in_side; x++) _mm256_storeu_ps(target + (y * in_side + x) * step + half * lanes, line[x]);
      }
    }
  }
}

// Eight output channels of a tile, from `products` [point] in steps of `step` floats to target [out_h][out_w][8].
RI_AVX2 inline void transform_output(
    const Shape& s, const float* products, int64_t step, const float* bias, float* target, int64_t top, int64_t left) {
  __m256 half[out_side * in_side], tile[out_side * out_side];
#pragma GCC unroll 6
  for (int x = 0; x < in_side; x++) {
    __m256 column[in_side];
#pragma GCC unroll 6
    for (int y = 0; y < in_side; y++) column[y] = _mm256_loadu_ps(products + (y * in_side + x) * step);
    after(column, 1, half + x, in_side);
  }
#pragma GCC unroll 4
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

// What a product is made of: products [2][tile][8] = values [block][tile][8] times weights [block * 8][16], plus what is there
// already where `sums`. What lies at `next` is fetched meanwhile, `next_step` floats further for each channel.
struct Factors {
  const float* values;
  const float* weights;
  const float* next;
  int64_t next_step;
  int64_t blocks;
  int64_t tiles;  // between one block of values, or products, and the next
  bool sums;
};

// For Tiles tiles, from tile `t` on.
template <int Tiles>
RI_AVX2 inline void multiply(const Factors& f, float* products, int64_t t) {
  __m256 low[Tiles], high[Tiles];
  const float *values = f.values + t * lanes, *weights = f.weights, *next = f.next;
  float *lower = products + t * lanes, *upper = lower + f.tiles * lanes;
#pragma GCC unroll 6
  for (int i = 0; i < Tiles; i++) {
    low[i] = f.sums ? _mm256_loadu_ps(lower + i * lanes) : _mm256_setzero_ps();
    high[i] = f.sums ? _mm256_loadu_ps(upper + i * lanes) : _mm256_setzero_ps();
  }
  for (int64_t block = 0; block < f.blocks; block++) {
#pragma GCC unroll 8
    for (int lane = 0; lane < lanes; lane++) {
      _mm_prefetch(reinterpret_cast<const char*>(next + lane * f.next_step), _MM_HINT_T1);
      __m256 w0 = _mm256_loadu_ps(weights + lane * wide), w1 = _mm256_loadu_ps(weights + lane * wide + lanes);
#pragma GCC unroll 6
      for (int i = 0; i < Tiles; i++) {
        __m256 value = _mm256_broadcast_ss(values + i * lanes + lane);
        low[i] = _mm256_fmadd_ps(value, w0, low[i]);
        high[i] = _mm256_fmadd_ps(value, w1, high[i]);
      }
    }
    values += f.tiles * lanes;
    weights += lanes * wide;
    next += lanes * f.next_step;
  }
#pragma GCC unroll 6
  for (int i = 0; i < Tiles; i++) {
    _mm256_storeu_ps(lower + i * lanes, low[i]);
    _mm256_storeu_ps(upper + i * lanes, high[i]);
  }
}

RI_AVX2 inline void multiply(const Factors& f, float* products) {
  int64_t t = 0;
  for (; t + together <= f.tiles; t += together) multiply<together>(f, products, t);
  switch (f.tiles - t) {
    case 5: multiply<5>(f, products, t); break;
    case 4: multiply<4>(f, products, t); break;
    case 3: multiply<3>(f, products, t); break;
    case 2: multiply<2>(f, products, t); break;
    case 1: multiply<1>(f, products, t); break;
    default: break;
  }
}

}  // namespace resnetgen::winograd

#undef RI_AVX2
