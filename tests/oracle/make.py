"""Writes what torchvision computes into a folder, for the tests to compare with: make.py FOLDER

For each network NAME, as tensors files (see tensors.py):
    NAME.seeded    the state dict of a new network after torch.manual_seed(0)
    NAME.state     a state dict with random weights, batch norms included
    NAME.eval      inputs x64 and x224, and the logits y64 and y224 of that state in eval mode
    NAME.batch     a batch x and its classes target
    NAME.step1, 2  the loss and the logits of a training step, and the state dict after it (keys "state.KEY")
the files of weights of weights.py, and run.txt: which torch and torchvision ran, with how many threads.
"""

import os
import sys

import torch
import torchvision

import networks
import tensors
import weights


def main(folder):
    def path(*names):
        return os.path.join(folder, ".".join(names))

    for name in networks.NAMES:
        torch.manual_seed(0)
        tensors.write(path(name, "seeded"), networks.create(name).state_dict())

        torch.manual_seed(1)
        network = networks.create(name)
        networks.randomise_norms(network)
        tensors.write(path(name, "state"), network.state_dict())
        if name in weights.NAMES:
            with torch.random.fork_rng():
                weights.write(path, name, network)

        values = {}
        for side in networks.SIDES:
            x = torch.randn(2, 3, side, side)
            values[f"x{side}"] = x
            values[f"y{side}"] = networks.evaluate(network, x)
        tensors.write(path(name, "eval"), values)

        x = torch.randn(4, 3, 64, 64)
        target = torch.randint(1000, (4,))
        tensors.write(path(name, "batch"), {"x": x, "target": target})
        for number, (loss, logits, state) in enumerate(networks.train_steps(network, x, target, 2), 1):
            values = {"loss": loss, "logits": logits}
            values.update((f"state.{key}", value) for key, value in state.items())
            tensors.write(path(name, f"step{number}"), values)

    weights.views(path)
    with open(path("run.txt"), "w", encoding="utf-8") as file:
        file.write(f"torch {torch.__version__}\ntorchvision {torchvision.__version__}\nthreads {torch.get_num_threads()}\n")


main(sys.argv[1])
