"""What both Python scripts need: torchvision's networks, and one way to run them."""

import torch
import torch.nn.functional as F
import torchvision

NAMES = ["resnet18", "resnet50", "resnext50_32x4d", "resnet50_rswd_FTT"]

# The sides of the square inputs that the networks are evaluated on.
SIDES = [64, 224]


def create(name):
    if name == "resnet50_rswd_FTT":
        return torchvision.models.resnet50(replace_stride_with_dilation=[False, True, True])
    return getattr(torchvision.models, name)()


def randomise_norms(network):
    """Gives every batch norm a scale, a shift and statistics that are not the defaults."""
    for module in network.modules():
        if isinstance(module, torch.nn.BatchNorm2d):
            torch.nn.init.uniform_(module.weight, 0.5, 1.5)
            torch.nn.init.normal_(module.bias, 0, 0.1)
            module.running_mean.normal_(0, 0.1)
            module.running_var.uniform_(0.5, 1.5)
            module.num_batches_tracked.fill_(7)


def evaluate(network, x):
    network.eval()
    with torch.no_grad():
        return network(x)


def train_steps(network, x, target, count):
    """Takes steps of SGD; yields the loss and the logits before each, and the state after it."""
    network.train()
    optimizer = torch.optim.SGD(network.parameters(), lr=0.05, momentum=0.9, weight_decay=1e-4)
    for _ in range(count):
        optimizer.zero_grad()
        logits = network(x)
        loss = F.cross_entropy(logits, target)
        loss.backward()
        optimizer.step()
        yield loss, logits, network.state_dict()
