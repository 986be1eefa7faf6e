"""Reads and writes tensors files, the plain format that both sides of the comparison speak.

A tensors file is a text header, then raw bytes:

    tensors 1                      the word and the version of the format
    conv1.weight f32 64,3,7,7      one line per tensor: key, type, shape
    bn1.num_batches_tracked i64 -  a tensor without dimensions has the shape "-"
                                   an empty line ends the header
    ...                            the elements of each tensor, in the header's order, row by row,
                                   little-endian, with nothing between the tensors

Types: f32 (IEEE single) and i64 (two's complement). Lines end with LF; keys hold no white space.
"""

import math

import torch

MAGIC = b"tensors 1\n"
TYPES = {"f32": (torch.float32, 4), "i64": (torch.int64, 8)}
NAMES = {dtype: name for name, (dtype, _) in TYPES.items()}


def write(path, tensors):
    """Writes a dictionary of tensors by key."""
    tensors = {key: value.detach().contiguous() for key, value in tensors.items()}
    with open(path, "wb") as file:
        file.write(MAGIC)
        for key, value in tensors.items():
            shape = ",".join(map(str, value.shape)) or "-"
            file.write(f"{key} {NAMES[value.dtype]} {shape}\n".encode())
        file.write(b"\n")
        for value in tensors.values():
            file.write(value.numpy().tobytes())


def read(path):
    """Returns a dictionary of tensors by key."""
    tensors = {}
    with open(path, "rb") as file:
        if file.readline() != MAGIC:
            raise ValueError(f"{path} is no tensors file")
        entries = []
        while line := file.readline().decode().strip():
            key, kind, dimensions = line.split(" ")
            entries.append((key, kind, [] if dimensions == "-" else [int(n) for n in dimensions.split(",")]))
        for key, kind, shape in entries:
            dtype, size = TYPES[kind]
            data = bytearray(file.read(size * math.prod(shape)))
            tensors[key] = torch.frombuffer(data, dtype=dtype).reshape(shape)
        if file.read(1):
            raise ValueError(f"{path} is longer than its header says")
    return tensors
