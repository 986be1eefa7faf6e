"""Prints the learning rates of PyTorch's schedulers, which schedules.txt holds: python3 schedules.py > schedules.txt (torch 1.13.1)."""
import random
import warnings

import torch
from torch.optim import lr_scheduler as schedulers

warnings.simplefilter("ignore")


def optimizer():
    return torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], lr=0.1)


def by_step(name, make, steps):
    used = optimizer()
    scheduler = make(used)
    for _ in range(steps):
        print(name, repr(used.param_groups[0]["lr"]))
        used.step()
        scheduler.step()


def plateau(name, errors, **settings):
    used = optimizer()
    scheduler = schedulers.ReduceLROnPlateau(used, mode="min", threshold_mode="rel", **settings)
    for error in errors:
        scheduler.step(error)
        print(name, repr(error), repr(used.param_groups[0]["lr"]))


by_step("steps", lambda o: schedulers.MultiStepLR(o, [3, 4, 9], gamma=0.1), 12)
by_step("steps-0.2", lambda o: schedulers.MultiStepLR(o, [5, 10, 15, 20], gamma=0.2), 25)
by_step("cosine", lambda o: schedulers.CosineAnnealingLR(o, T_max=40), 40)
by_step("linear", lambda o: schedulers.LinearLR(o, start_factor=0.1, total_iters=8), 12)

random.seed(1)
falling = [0.9 * 0.93 ** i + random.uniform(-0.02, 0.02) for i in range(60)]
plateau("plateau", falling, factor=0.1, patience=2, threshold=1e-2)
plateau("plateau-short", falling, factor=0.5, patience=0, threshold=0.0, min_lr=0.003)
plateau("plateau-usual", [0.5] * 40 + [float("nan"), 0.5, 0.4] + [0.4] * 30, factor=0.1, patience=10, threshold=1e-4)
# The rate comes so low that a change is smaller than 1e-8, and is not made.
plateau("plateau-low", [0.5] * 40, factor=0.1, patience=0, threshold=1e-4)
