"""Reads files of weights that the generated code wrote, and compares: check_weights.py FOLDER FILE NAME

FOLDER/FILE ends in .pth or .safetensors and must hold the state dict of network NAME, FOLDER/NAME.state, to the bit; the
network that loads it must give the logits of FOLDER/NAME.eval to the bit. NAME "views": the tensors of FOLDER/views.pth.
Prints "equal to the bit", or fails.
"""

import os
import sys

import torch

import networks
import safetensors_file
import tensors


def load(path):
    if path.endswith(".safetensors"):
        return safetensors_file.read(path)[0]
    return torch.load(path, weights_only=True)


def main(folder, file, name):
    state = load(os.path.join(folder, file))
    if name == "views":
        compare(state, torch.load(os.path.join(folder, "views.pth")))
    else:
        compare(state, tensors.read(os.path.join(folder, f"{name}.state")))
        network = networks.create(name)
        network.load_state_dict(state, strict=True)
        values = tensors.read(os.path.join(folder, f"{name}.eval"))
        for side in networks.SIDES:
            if not torch.equal(networks.evaluate(network, values[f"x{side}"]), values[f"y{side}"]):
                raise ValueError(f"{file}: other logits for inputs of {side}x{side}")
    print("equal to the bit")


def compare(actual, expected):
    if list(actual) != list(expected):
        raise ValueError(f"other keys: {set(actual) ^ set(expected)} or another order")
    for key, value in expected.items():
        found = actual[key]
        if found.dtype != value.dtype or found.shape != value.shape or safetensors_file.raw(found) != safetensors_file.raw(value):
            raise ValueError(f"{key} differs")


main(*sys.argv[1:])
