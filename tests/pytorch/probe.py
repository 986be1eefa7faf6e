"""The probe: weights and an input that follow from names alone, so that two programs can compare what a network computes.

Each tensor is drawn from its key by splitmix64 seeded with FNV-1a, mapped to [-1, 1): running variances are 1 + u / 4, tensors of
two dimensions or more u * sqrt(6 / fan-in), vectors whose key ends in "weight" 1 + u / 10, every other vector u / 10.
"""

import math

import numpy
import torch

CHUNK = 1 << 16
STEP = 0x9E3779B97F4A7C15
MASK = (1 << 64) - 1


def fnv1a64(text):
    """64-bit FNV-1a of the text's UTF-8."""
    value = 0xCBF29CE484222325
    for byte in text.encode():
        value = ((value ^ byte) * 0x100000001B3) & MASK
    return value


def uniform(key, count):
    """The first numbers of a key's stream, in [-1, 1), as doubles."""
    seed = fnv1a64(key)
    numbers = numpy.empty(count, numpy.float64)
    steps = numpy.arange(min(count, CHUNK), dtype=numpy.uint64) * numpy.uint64(STEP)
    for start in range(0, count, CHUNK):
        z = steps[:count - start] + numpy.uint64((seed + start * STEP) & MASK)
        z ^= z >> numpy.uint64(30)
        z *= numpy.uint64(0xBF58476D1CE4E5B9)
        z ^= z >> numpy.uint64(27)
        z *= numpy.uint64(0x94D049BB133111EB)
        z ^= z >> numpy.uint64(31)
        z >>= numpy.uint64(11)
        numpy.multiply(z, 2.0 ** -52, out=numbers[start:start + CHUNK])
    numbers -= 1
    return numbers


def tensor(key, shape):
    """The tensor of a key."""
    count = math.prod(shape)
    if key == "input":
        scale, offset = 1.0, 0.0
    elif key.endswith("running_var"):
        scale, offset = 0.25, 1.0
    elif len(shape) >= 2:
        scale, offset = math.sqrt(6.0 / (count // shape[0])), 0.0
    elif len(shape) == 1 and key.endswith("weight"):
        scale, offset = 0.1, 1.0
    else:
        scale, offset = 0.1, 0.0
    numbers = uniform(key, count)
    numbers *= scale
    numbers += offset
    return torch.from_numpy(numbers.astype(numpy.float32)).reshape(shape)


def fill(network):
    """Fills every float tensor of a network's state dict."""
    with torch.no_grad():
        for key, value in network.state_dict().items():
            if value.is_floating_point():
                value.copy_(tensor(key, tuple(value.shape)))


def root_mean_square(map_):
    """sqrt(mean(x^2)), in double; None where it is not finite."""
    value = map_.double().pow(2).mean().sqrt().item()
    return value if math.isfinite(value) else None
