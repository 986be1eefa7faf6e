"""Reads and writes safetensors files, written from the format's description alone: 8 bytes of the header's length, a JSON
header, the elements."""

import json
import struct

import torch

TYPES = {
    "U8": torch.uint8,
    "I8": torch.int8,
    "I16": torch.int16,
    "I32": torch.int32,
    "I64": torch.int64,
    "F16": torch.float16,
    "BF16": torch.bfloat16,
    "F32": torch.float32,
    "F64": torch.float64,
    "BOOL": torch.bool,
}
NAMES = {dtype: name for name, dtype in TYPES.items()}


def raw(tensor):
    """The elements of a tensor, row by row, as bytes."""
    flat = tensor.detach().contiguous().reshape(-1)
    # numpy knows no bfloat16.
    return (flat.view(torch.int16) if flat.dtype == torch.bfloat16 else flat).numpy().tobytes()


def write(path, tensors, metadata=None):
    """Writes a dictionary of tensors by key, in its order."""
    header, parts, end = {}, [], 0
    if metadata:
        header["__metadata__"] = metadata
    for key, value in tensors.items():
        data = raw(value)
        header[key] = {"dtype": NAMES[value.dtype], "shape": list(value.shape), "data_offsets": [end, end + len(data)]}
        parts.append(data)
        end += len(data)
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    with open(path, "wb") as file:
        file.write(struct.pack("<Q", len(text)))
        file.write(text)
        for part in parts:
            file.write(part)


def read(path):
    """Returns the tensors by key, and the metadata."""
    with open(path, "rb") as file:
        (length,) = struct.unpack("<Q", file.read(8))
        header = json.loads(file.read(length))
        data = file.read()
    metadata = header.pop("__metadata__", {})
    tensors, covered = {}, 0
    for key, entry in header.items():
        begin, end = entry["data_offsets"]
        covered += end - begin
        part = torch.frombuffer(bytearray(data[begin:end]), dtype=torch.uint8) if end > begin else torch.empty(0, dtype=torch.uint8)
        tensors[key] = part.view(TYPES[entry["dtype"]]).reshape(entry["shape"])
    if covered != len(data):
        raise ValueError(f"{path}: {len(data)} bytes of elements, {covered} of them in tensors")
    return tensors, metadata
