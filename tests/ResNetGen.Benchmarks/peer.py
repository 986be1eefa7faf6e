"""Python's side of the benchmarks: runs what each line of the input names, and answers each with one line.

    WORK COUNT    does the work COUNT times; answers the seconds that one took
    memory        answers the most memory that this process ever had resident, in KiB
    versions      answers the versions and the number of threads

The C# side, LocalPeer.cs, takes the same lines.
"""

import os
import sys
import time

import numpy
import torch
import torchvision
from PIL import Image
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


class CifarPictures(torch.utils.data.Dataset):
    """CIFAR-10's binary file as torchvision's own data set hands it out: a PIL picture through the transforms."""

    def __init__(self, path):
        rows = numpy.fromfile(path, dtype=numpy.uint8).reshape(-1, 3073)
        self.labels = rows[:, 0].astype(int).tolist()
        self.pixels = numpy.ascontiguousarray(rows[:, 1:].reshape(-1, 3, 32, 32).transpose(0, 2, 3, 1))
        self.transform = torchvision.transforms.Compose(
            [
                torchvision.transforms.RandomCrop(32, padding=4),
                torchvision.transforms.RandomHorizontalFlip(),
                torchvision.transforms.ToTensor(),
                torchvision.transforms.Normalize((0.4914, 0.4822, 0.4465), (0.2470, 0.2435, 0.2616)),
            ]
        )

    def __len__(self):
        return len(self.labels)

    def __getitem__(self, index):
        return self.transform(Image.fromarray(self.pixels[index])), self.labels[index]


class Training:
    """Times steps of ResNet-20 at batch 128 by the CIFAR-10 recipe; with workers, the pictures are loaded and augmented."""

    def __init__(self, workers=None):
        self.workers = workers
        self.network = None

    def batches(self):
        if self.workers is None:
            batch = torch.rand(128, 3, 32, 32), torch.randint(0, 10, (128,))
            while True:
                yield batch
        pictures = CifarPictures(os.path.join(os.environ["RESNETGEN_BENCH"], "data_batch_1.bin"))
        loader = torch.utils.data.DataLoader(
            pictures, batch_size=128, shuffle=True, drop_last=True, num_workers=self.workers, persistent_workers=self.workers > 0
        )
        while True:
            yield from loader

    def __call__(self, count):
        if self.network is None:
            self.network = CifarResNet20().train()
            self.optimizer = torch.optim.SGD(self.network.parameters(), lr=0.1, momentum=0.9, weight_decay=1e-4)
            self.source = self.batches()
        with torch.enable_grad():
            start = time.perf_counter()
            for _ in range(count):
                images, labels = next(self.source)
                self.optimizer.zero_grad(set_to_none=True)
                output = self.network(images)
                loss = torch.nn.functional.cross_entropy(output, labels)
                loss.backward()
                self.optimizer.step()
                loss.item()
                (output.argmax(1) == labels).sum().item()
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
        "step20": Training(),
        "train20": Training(workers=0),
        "train20-1": Training(workers=1),
        "train20-2": Training(workers=2),
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
