"""Writes the files of weights that the generated code has to read, as PyTorch and its users write them."""

import copy

import torch

import safetensors_file

# The networks whose files are written.
NAMES = ["resnet18", "resnet50"]


def write(path, name, network):
    """Writes the state dict of a network in many ways; path(NAME, ...) gives the files' names."""
    state = network.state_dict()
    torch.save(state, path(name, "pth"))
    torch.save(state, path(name, "protocol4", "pth"), pickle_protocol=4)
    torch.save(state, path(name, "legacy", "pth"), _use_new_zipfile_serialization=False)
    torch.save(floats(state, torch.float16), path(name, "float16", "pth"))
    torch.save(floats(state, torch.bfloat16), path(name, "bfloat16", "pth"))
    torch.save(network, path(name, "whole", "pth"))
    safetensors_file.write(path(name, "safetensors"), state, {"format": "pt", "source": "torchvision"})
    torch.save(checkpoint(name, copy.deepcopy(network)), path(name, "checkpoint", "pth"))


def checkpoint(name, network):
    """What training scripts save: data-parallel names, beside an optimizer with momentum."""
    state = torch.nn.DataParallel(network).state_dict()
    before = {key: value.clone() for key, value in state.items()}
    optimizer = torch.optim.SGD(network.parameters(), lr=0.1, momentum=0.9)
    network.eval()
    network(torch.randn(1, 3, 64, 64)).sum().backward()
    optimizer.step()
    return {"epoch": 90, "arch": name, "best_acc1": 76.13, "state_dict": before, "optimizer": optimizer.state_dict()}


def floats(state, dtype):
    return {key: value.to(dtype) if value.is_floating_point() else value for key, value in state.items()}


def views(path):
    """Writes tensors of every type that lie in their storages in every way, and the same as plain rows of elements."""
    base = torch.arange(120, dtype=torch.float32).reshape(2, 3, 4, 5)
    whole = {
        "transposed": base.permute(3, 1, 0, 2),
        "sliced": base[1, :, 1:3, ::2],
        "shared": base,
        "expanded": torch.arange(3, dtype=torch.float32).reshape(3, 1).expand(3, 4),
        "channels_last": base.contiguous(memory_format=torch.channels_last),
        "scalar": torch.tensor(2.5),
        "empty": torch.empty(0, 3),
        "parameter": torch.nn.Parameter(torch.randn(3, 3)),
    }
    for dtype in safetensors_file.NAMES:
        whole[str(dtype).split(".")[1]] = (torch.arange(12) % 2 == 0 if dtype == torch.bool else torch.arange(12).to(dtype)).reshape(3, 4).t()
    torch.save(whole, path("views", "pth"))
    safetensors_file.write(path("views", "safetensors"), {key: value.detach().contiguous() for key, value in whole.items()})
