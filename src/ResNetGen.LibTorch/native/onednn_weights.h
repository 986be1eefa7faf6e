// A convolution's weights, in the orders that its plans read.
#pragma once
#include "onednn_layout.h"
#include "onednn_winograd.h"

#include <atomic>
#include <vector>

#if defined(__GLIBC__)
#include <malloc.h>
#endif

namespace resnetgen {

// Gives memory back to the system that making a network frees, which glibc would not do where memory in use lies behind it:
// whenever weights of so many bytes have come or been laid out, as those that they are made from may be freed meanwhile; and
// when no weights are left that lie as they came, as a network has been prepared then.
class Unprepared {
  static constexpr int64_t many = int64_t{32} << 20;

  static std::atomic<int64_t>& count() {
    static std::atomic<int64_t> all{0};
    return all;
  }
  static std::atomic<int64_t>& moved() {
    static std::atomic<int64_t> all{0};
    return all;
  }
  static void trim() {
#if defined(__GLIBC__)
    malloc_trim(0);
#endif
  }
  void move() {
    if ((moved() += bytes) < many) return;
    moved() = 0;
    trim();
  }
  const int64_t bytes;
  bool counts = true;

 public:
  explicit Unprepared(int64_t bytes_) : bytes(bytes_) {
    count()++;
    move();
  }
  ~Unprepared() {
    if (counts) count()--;
  }
  Unprepared(const Unprepared&) = delete;
  Unprepared& operator=(const Unprepared&) = delete;

  void end() {
    if (!counts) return;
    counts = false;
    if (--count() == 0) {
      trim();
    } else {
      move();
    }
  }
};

// Safe to use from one thread at a time. What a plan reads lives as long as the plan; besides, one order is kept to make
// others of: that which was asked for last.
class Weights {
  at::ScalarType type;
  memory::desc desc;
  std::shared_ptr<at::Tensor> own;
  std::vector<std::pair<memory::desc, std::weak_ptr<at::Tensor>>> others;
  std::weak_ptr<at::Tensor> transforms;
  Unprepared unprepared;

 public:
  int64_t groups;
  memory::dims dims;  // with groups in front, where there are some

  // [out, in / groups, height, width], which must not change any more.
  Weights(const at::Tensor& given, int64_t groups_)
      : type(given.scalar_type()), unprepared(static_cast<int64_t>(given.nbytes())), groups(groups_) {
    auto merged = merge_groups(given, groups);
    own = std::make_shared<at::Tensor>(merged.contiguous());
    auto sizes = merged.sizes();
    if (groups == 1) {
      dims = {sizes[0], sizes[1], sizes[2], sizes[3]};
    } else {
      dims = {groups, sizes[0] / groups, sizes[1], sizes[2], sizes[3]};
    }
    desc = memory::desc(dims, type_of(type), groups == 1 ? memory::format_tag::oihw : memory::format_tag::goihw);
  }

  int64_t out() const { return groups == 1 ? dims[0] : groups * dims[1]; }
  int64_t in() const { return groups * dims[groups == 1 ? 1 : 2]; }
  int64_t kernel(int axis) const { return dims[dims.size() - 2 + axis]; }

  // For each place of the output.
  int64_t multiplications() const {
    int64_t product = 1;
    for (auto size : dims) product *= size;
    return product;
  }

  memory::desc any() const { return memory::desc(dims, type_of(type), memory::format_tag::any); }

  std::shared_ptr<at::Tensor> in_order(const memory::desc& wanted) {
    if (desc == wanted) {
      unprepared.end();
      return own;
    }
    std::shared_ptr<at::Tensor> found;
    for (const auto& [order, tensor] : others) {
      if (order == wanted && !found) found = tensor.lock();
    }
    if (!found) {
      auto count = static_cast<int64_t>(wanted.get_size()) / static_cast<int64_t>(at::elementSize(type));
      found = std::make_shared<at::Tensor>(at::empty({count}, at::TensorOptions().dtype(type)));
      reorder(*own, desc, *found, wanted);
    }
    others.emplace_back(desc, own);
    others.erase(std::remove_if(others.begin(), others.end(), [&](const auto& o) { return o.first == wanted || o.second.expired(); }), others.end());
    own = found;
    desc = wanted;
    unprepared.end();
    return own;
  }

  // What Winograd's way reads.
  std::shared_ptr<at::Tensor> blocked() {
    return in_order(memory::desc(dims, memory::data_type::f32, memory::format_tag::OIhw8i8o));
  }

  std::shared_ptr<at::Tensor> transformed() {
    auto found = transforms.lock();
    if (!found) {
      found = std::make_shared<at::Tensor>(at::empty({winograd::transformed_size(dims[0], dims[1])}));
      winograd::transform(blocked()->data_ptr<float>(), dims[0], dims[1], found->data_ptr<float>());
      transforms = found;
    }
    return found;
  }

 private:
  // oneDNN is fast where a group's channels are whole vectors: narrower groups are put together, with zeros between them.
  static at::Tensor merge_groups(const at::Tensor& weight, int64_t& groups) {
    int64_t in = weight.size(1), out = weight.size(0) / groups, together = 1;
    if (groups == 1 || (in == 1 && out == 1)) return weight;
    while (groups % (together * 2) == 0 && (in * together % 8 != 0 || out * together % 8 != 0)) together *= 2;
    if (together == 1 || in * together % 8 != 0 || out * together % 8 != 0 || together > 8) return weight;
    auto merged = at::zeros({weight.size(0), in * together, weight.size(2), weight.size(3)}, weight.options());
    for (int64_t g = 0; g < groups; g++) {
      merged.narrow(0, g * out, out).narrow(1, g % together * in, in).copy_(weight.narrow(0, g * out, out));
    }
    groups /= together;
    return merged;
  }
};

}  // namespace resnetgen
