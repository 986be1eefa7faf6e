"""Python's side of the benchmarks: runs what each line of the input names, and answers each with one line.

    WORK COUNT    does the work COUNT times; answers the seconds that one took
    memory        answers the most memory that this process ever had resident, in KiB
    versions      answers the versions and the number of threads

The C# side, LocalPeer.cs, takes the same lines.
"""

import os
import sys
import time

import torch
import torchvision
from torchvision.models.resnet import BasicBlock


class CifarResNet20(torch.nn.Module):
    """ResNet-20 for CIFAR with projections (He et al. 2015, section 4.2), in torchvision's manner and of its blocks."""

    def __init__(self):
        super().__init__()
        self.conv1 = torch.nn.Conv2d(3, 16, kernel_size=3, padding=1, bias=False)
        self.bn1 = torch.nn.BatchNorm2d(16)
        self.relu = torch.nn.ReLU(inplace=True)
        self.layer1 = self.stage(16, 16, 1)
        self.layer2 = self.stage(16, 32, 2)
        self.layer3 = self.stage(32, 64, 2)
        self.avgpool = torch.nn.AdaptiveAvgPool2d((1, 1))
        self.fc = torch.nn.Linear(64, 10)

    @staticmethod
    def stage(inplanes, planes, stride):
        downsample = None
        if stride != 1 or inplanes != planes:
            downsample = torch.nn.Sequential(
                torch.nn.Conv2d(inplanes, planes, kernel_size=1, stride=stride, bias=False), torch.nn.BatchNorm2d(planes)
            )
        blocks = [BasicBlock(inplanes, planes, stride, downsample), BasicBlock(planes, planes), BasicBlock(planes, planes)]
        return torch.nn.Sequential(*blocks)

    def forward(self, x):
        x = self.conv1(x)
        x = self.bn1(x)
        x = self.relu(x)
        x = self.layer1(x)
        x = self.layer2(x)
        x = self.layer3(x)
        x = self.avgpool(x)
        x = torch.flatten(x, 1)
        return self.fc(x)


def add(count):
    function, x, y = torch.add, torch.rand(4), torch.rand(4)
    start = time.perf_counter()
    for _ in range(count):
        function(x, y)
    return time.perf_counter() - start


def relu(count):
    function, x = torch.relu, torch.rand(4)
    start = time.perf_counter()
    for _ in range(count):
        function(x)
    return time.perf_counter() - start


def conv2d(count):
    function, x, weight = torch.conv2d, torch.rand(1, 1, 4, 4), torch.rand(1, 1, 3, 3)
    start = time.perf_counter()
    for _ in range(count):
        function(x, weight)
    return time.perf_counter() - start


class Evaluation:
    """Times a network in eval mode; it is built when first asked for."""

    def __init__(self, create, shape):
        self.create = create
        self.shape = shape
        self.network = None

    def __call__(self, count):
        if self.network is None:
            self.network = self.create().eval()
            self.input = torch.rand(self.shape)
        start = time.perf_counter()
        for _ in range(count):
            self.network(self.input)
        return time.perf_counter() - start


class Loading:
    """Times torch.load and load_state_dict of ResNet-152; the first call on an empty folder writes the file."""

    def __init__(self):
        self.network = None

    def __call__(self, count):
        path = os.path.join(os.environ["RESNETGEN_BENCH"], "resnet152.pth")
        if self.network is None:
            self.network = torchvision.models.resnet152()
        if not os.path.exists(path):
            torch.save(self.network.state_dict(), path)
        start = time.perf_counter()
        for _ in range(count):
            self.network.load_state_dict(torch.load(path))
        return time.perf_counter() - start


def build152(count):
    start = time.perf_counter()
    for _ in range(count):
        torchvision.models.resnet152()
    return time.perf_counter() - start


def peak_memory():
    with open("/proc/self/status", encoding="ascii") as status:
        return next(line.split()[1] for line in status if line.startswith("VmHWM:"))


def main():
    works = {
        "add": add,
        "relu": relu,
        "conv2d": conv2d,
        "resnet20": Evaluation(CifarResNet20, (1, 3, 32, 32)),
        "resnet50": Evaluation(torchvision.models.resnet50, (8, 3, 224, 224)),
        "load152": Loading(),
        "build152": build152,
    }
    with torch.no_grad():
        for line in sys.stdin:
            words = line.split()
            if words[0] == "memory":
                answer = peak_memory()
            elif words[0] == "versions":
                python = ".".join(map(str, sys.version_info[:3]))
                answer = (
                    f"Python {python}, torch {torch.__version__}, torchvision {torchvision.__version__}, "
                    f"{torch.get_num_threads()} threads"
                )
            else:
                count = int(words[1])
                answer = repr(works[words[0]](count) / count)
            print(answer, flush=True)


main()
