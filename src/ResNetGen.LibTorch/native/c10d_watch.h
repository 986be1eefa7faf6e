// Who is still there when an operation fails: every process answers a roll-call through the store, on a thread of its own.
#pragma once
#include <torch/csrc/distributed/c10d/PrefixStore.hpp>
#include <torch/csrc/distributed/c10d/TCPStore.hpp>

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace resnetgen {

using Milliseconds = std::chrono::milliseconds;
using Clock = std::chrono::steady_clock;
using StorePtr = c10::intrusive_ptr<c10d::Store>;

inline std::vector<uint8_t> bytes(const std::string& text) { return {text.begin(), text.end()}; }

inline std::string read(c10d::Store& store, const std::string& key) {
  auto value = store.get(key);
  return {value.begin(), value.end()};
}

// "rank 1", "ranks 1, 2 and 5"
inline std::string name_ranks(const std::vector<int>& ranks) {
  std::string text = ranks.size() == 1 ? "rank " : "ranks ";
  for (size_t i = 0; i < ranks.size(); i++) {
    if (i > 0) text += i + 1 == ranks.size() ? " and " : ", ";
    text += std::to_string(ranks[i]);
  }
  return text;
}

// Detached and sharing its state: a store that never answers must not hold up the end of the process.
class Watch : public std::enable_shared_from_this<Watch> {
 public:
  struct Settings {
    int rank;
    int size;
    bool keeps_store;        // this process keeps the store
    std::string keeper;      // who keeps it: "rank 0", "the launcher"
    Milliseconds patience;   // how long a roll-call may take
  };

  Watch(StorePtr store, Settings settings) : store_(std::move(store)), settings_(std::move(settings)) {}

  void start() {
    std::thread([self = shared_from_this()] { self->work(); }).detach();
  }

  // What this process is doing, told in a roll-call; gives back what it did before.
  std::string enter(const std::string& operation) {
    std::lock_guard<std::mutex> lock(mutex_);
    count_++;
    return std::exchange(operation_, operation);
  }

  void leave(const std::string& before) {
    std::lock_guard<std::mutex> lock(mutex_);
    operation_ = before;
  }

  // Asks who is there; empty where all are.
  std::string ask() {
    std::unique_lock<std::mutex> lock(mutex_);
    asked_ = true;
    changed_.notify_all();
    if (changed_.wait_for(lock, settings_.patience + Milliseconds(200), [&] { return answered_; })) return verdict_;
    return "the store, which " + settings_.keeper + " keeps, does not answer";
  }

  void stop() {
    std::unique_lock<std::mutex> lock(mutex_);
    stopping_ = true;
    changed_.notify_all();
    changed_.wait_for(lock, farewell + Milliseconds(200), [&] { return ended_; });
  }

 private:
  void work() {
    bool gone = false;
    try {
      while (listen()) {
      }
    } catch (...) {
      gone = true;
    }
    store_.reset();
    std::lock_guard<std::mutex> lock(mutex_);
    if (gone && !answered_) answer("the store is gone: " + settings_.keeper + ", which keeps it, has ended");
    ended_ = true;
    changed_.notify_all();
  }

  // One round; false at the end.
  bool listen() {
    std::string mine;
    bool stopping = false;
    bool asked = false;
    {
      std::unique_lock<std::mutex> lock(mutex_);
      changed_.wait_for(lock, Milliseconds(100), [&] { return stopping_ || (asked_ && !answered_); });
      stopping = stopping_;
      asked = asked_ && !answered_;
      mine = std::to_string(count_) + ";" + operation_;
    }
    if (stopping) {
      store_->set(key(settings_.rank), bytes("left"));
      // Whoever has its sum first must not close the connections on which others still read theirs.
      if (!replied_) wait_until(Clock::now() + farewell, [&](int rank) { return store_->check({key(rank)}); });
      return false;
    }
    if (!replied_ && (asked || store_->check({"failed"}))) {
      store_->set("failed", bytes("1"));
      store_->set(key(settings_.rank), bytes(mine));
      replied_ = true;
    }
    if (!replied_ || heard_) return true;
    // The first verdict counts: later, those who have thrown are gone as well.
    std::string verdict;
    if (store_->check({"verdict"})) {
      verdict = read(*store_, "verdict");
    } else if (asked) {
      verdict = call(mine);
      store_->set("verdict", bytes(verdict));
    } else {
      return true;
    }
    heard_ = true;
    store_->set(key(settings_.rank) + "/heard", bytes("1"));
    // Whoever keeps the store ends after those who answered have read the verdict.
    if (settings_.keeps_store) {
      wait_until(Clock::now() + settings_.patience / 4, [&](int rank) { return store_->check({key(rank) + "/heard"}) || !store_->check({key(rank)}); });
    }
    std::lock_guard<std::mutex> lock(mutex_);
    answer(verdict);
    return true;
  }

  static constexpr Milliseconds farewell{1000};

  static std::string key(int rank) { return "here/" + std::to_string(rank); }

  void answer(std::string verdict) {
    verdict_ = std::move(verdict);
    answered_ = true;
    changed_.notify_all();
  }

  std::string call(const std::string& mine) {
    const auto until = Clock::now() + settings_.patience / 2;
    std::vector<int> silent, left, behind;
    const auto my_count = std::stoull(mine);
    wait_until(until, [&](int rank) { return store_->check({key(rank)}); });
    for (int rank = 0; rank < settings_.size; rank++) {
      if (rank == settings_.rank) continue;
      if (!store_->check({key(rank)})) {
        silent.push_back(rank);
        continue;
      }
      const auto said = read(*store_, key(rank));
      if (said == "left") left.push_back(rank);
      else if (std::stoull(said) < my_count) behind.push_back(rank);
    }
    std::string text;
    auto add = [&](const std::vector<int>& ranks, const char* one, const char* many) {
      if (ranks.empty()) return;
      if (!text.empty()) text += "; ";
      text += name_ranks(ranks) + (ranks.size() == 1 ? one : many);
    };
    add(silent, " does not answer: it was ended, or stopped, or cannot be reached",
        " do not answer: they were ended, or stopped, or cannot be reached");
    add(left, " has left the group", " have left the group");
    add(behind, " runs but has not come so far", " run but have not come so far");
    return text;
  }

  // Waits for each of the others in turn.
  template <class F>
  void wait_until(Clock::time_point end, F&& done) {
    for (int rank = 0; rank < settings_.size; rank++)
      if (rank != settings_.rank)
        while (!done(rank) && Clock::now() < end) std::this_thread::sleep_for(Milliseconds(20));
  }

  StorePtr store_;
  const Settings settings_;
  bool replied_ = false;
  bool heard_ = false;
  std::mutex mutex_;
  std::condition_variable changed_;
  uint64_t count_ = 0;
  std::string operation_;
  bool asked_ = false;
  bool answered_ = false;
  bool stopping_ = false;
  bool ended_ = false;
  std::string verdict_;
};

}  // namespace resnetgen
