"""Loads a state dict that the generated code saved into torchvision's network: check.py FOLDER NAME

FOLDER/NAME.ours holds the state dict (keys "state.KEY"), an input "x" and the logits "y" that the generated
code computed in eval mode. Prints one line, the finding: "equal to the bit", or the largest difference relative to the
largest logit.
"""

import os
import sys

import torch

import networks
import tensors


def main(folder, name):
    values = tensors.read(os.path.join(folder, f"{name}.ours"))
    state = {key[len("state."):]: value for key, value in values.items() if key.startswith("state.")}
    network = networks.create(name)
    network.load_state_dict(state, strict=True)
    expected = networks.evaluate(network, values["x"])
    actual = values["y"]
    if torch.equal(expected, actual):
        print("equal to the bit")
    else:
        print(f"{((expected - actual).abs().max() / expected.abs().max()).item():.3e}")


main(sys.argv[1], sys.argv[2])
