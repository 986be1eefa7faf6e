"""Goes on from a checkpoint that a training run wrote, and compares: check_training.py FOLDER NAME

FOLDER/checkpoints/step-2.pth must give network NAME and torch.optim.SGD their state; one step on the pictures of
FOLDER/batch.safetensors must give the state of FOLDER/checkpoints/step-3.pth to the bit. Prints "equal to the bit", or fails.
"""

import os
import sys

import torch

import networks
import safetensors_file


def main(folder, name):
    before = load(os.path.join(folder, "checkpoints", "step-2.pth"))
    after = load(os.path.join(folder, "checkpoints", "step-3.pth"))
    expect((before["step"], before["epoch"], before["seed"]), (2, 0, 2**64 - 1), "step, epoch, seed")
    expect(after["best"]["step"], 3, "best")

    network = networks.create(name)
    network.load_state_dict(before["model"], strict=True)
    norms = [p for p in network.parameters() if p.dim() == 1]
    others = [p for p in network.parameters() if p.dim() > 1]
    optimizer = torch.optim.SGD([{"params": others}, {"params": norms}], lr=1.0, momentum=0.5)
    expect(before["optimizer"].keys(), optimizer.state_dict().keys(), "the optimizer's keys")
    for ours, theirs in zip(before["optimizer"]["param_groups"], optimizer.state_dict()["param_groups"]):
        expect(set(ours), set(theirs), "the keys of a group")
        expect(ours["params"], theirs["params"], "the places of a group's parameters")
    optimizer.load_state_dict(before["optimizer"])

    batch = safetensors_file.read(os.path.join(folder, "batch.safetensors"))[0]
    network.train()
    torch.nn.functional.cross_entropy(network(batch["images"]), batch["labels"], label_smoothing=0.1).backward()
    optimizer.step()

    same(network.state_dict(), after["model"], "model")
    state, expected = optimizer.state_dict()["state"], after["optimizer"]["state"]
    expect(state.keys(), expected.keys(), "the places of momentum")
    for place, value in expected.items():
        same(state[place], value, f"momentum {place}")
    print("equal to the bit")


def load(path):
    # In 1.13 the safe reader takes no floating-point number, and so no optimizer's state, its own included.
    return torch.load(path, weights_only=torch.__version__ >= "2")


def expect(actual, expected, what):
    if actual != expected:
        raise ValueError(f"{what}: {actual}, not {expected}")


def same(actual, expected, what):
    expect(list(actual), list(expected), f"the keys of {what}")
    for key, value in expected.items():
        if actual[key].dtype != value.dtype or not torch.equal(actual[key], value):
            raise ValueError(f"{what}: {key} differs")


main(*sys.argv[1:])
