// What Winograd's way needs to know of a convolution.
#pragma once
#include <algorithm>
#include <cstdint>

namespace resnetgen::winograd {

constexpr int out_side = 4;   // outputs of a tile
constexpr int in_side = 6;    // inputs of a tile
constexpr int points = in_side * in_side;
constexpr int lanes = 8;
constexpr int wide = 2 * lanes;  // output channels computed together
constexpr int together = 6;      // tiles computed together: with 16 channels they fill the registers
constexpr int apart = wide;      // floats between the points of a buffer: a power of two would have them evict each other

// One convolution for one shape of input. Memory is nChw8c, weights are OIhw8i8o.
struct Shape {
  int64_t n, in, h, w, out, out_h, out_w, pad_h, pad_w;
  bool adds, relu;

  int64_t tiles_high() const { return (out_h + out_side - 1) / out_side; }
  int64_t tiles_wide() const { return (out_w + out_side - 1) / out_side; }
  int64_t tiles() const { return n * tiles_high() * tiles_wide(); }

  // Whether it takes less than direct code. For one pair of channels that makes 9 multiplications for each output, this 36 for
  // each tile, whole or not; transforming the weights takes as long as some 115.
  bool pays() const { return 9 * n * out_h * out_w > points * tiles() + 115; }

  // Whether the transformed weights are kept, which are four times as large: where channels are many, making them again takes
  // no longer than reading them.
  bool keeps() const { return in * out <= 64 * 64; }
};

}  // namespace resnetgen::winograd
