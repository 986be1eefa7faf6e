"""Python's side of the benchmarks: answers each line of the input with one line.

    run WORK COUNT      does the work COUNT times; answers the seconds that one took, on the clock and of processors
    first WORK          prepares the work and does it once; answers the seconds from weights in memory on
    logits WORK FILE    writes what the network says of its pictures
    versions            answers the versions and the number of threads

WORK is a word, or FORM:NETWORK:BATCH. Forms of inference: eager, eager-channels-last and frozen (traced, frozen and
optimized for inference); step is one of training, with blocks computed again where a fourth word says recomputing. The files are those that PeerFiles.cs writes to $RESNETGEN_BENCH. The
other sides, LocalPeer.cs and peer.mjs, take the same lines.
"""

import os
import sys
import time

import numpy
import torch
import torch.utils.checkpoint
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


NETWORKS = {"resnet50": (torchvision.models.resnet50, 224, 1000), "resnet20": (CifarResNet20, 32, 10)}


def path_of(name):
    return os.path.join(os.environ["RESNETGEN_BENCH"], name)


class Evaluation:
    """Times a network in eval mode, on the pictures of all sides where there are some."""

    def __init__(self, form, name, batch):
        create, side, _ = NETWORKS[name]
        network = create().eval()
        if os.path.exists(path_of(name + ".pth")):
            network.load_state_dict(torch.load(path_of(name + ".pth")))
        pictures = path_of(f"{name}.{batch}.bin")
        shape = (batch, 3, side, side)
        self.input = torch.from_numpy(numpy.fromfile(pictures, dtype=numpy.float32)).reshape(shape) if os.path.exists(pictures) else torch.rand(shape)
        start = time.perf_counter()
        if form == "eager-channels-last":
            network = network.to(memory_format=torch.channels_last)
            self.input = self.input.to(memory_format=torch.channels_last)
        elif form == "frozen":
            network = torch.jit.optimize_for_inference(torch.jit.freeze(torch.jit.trace(network, self.input)))
        self.network = network
        self.network(self.input)
        self.first = time.perf_counter() - start

    def __call__(self, count):
        start = time.perf_counter()
        for _ in range(count):
            self.network(self.input)
        return time.perf_counter() - start

    def write_logits(self, file):
        self.network(self.input).contiguous().numpy().tofile(file)


class Loading:
    """Times torch.load and load_state_dict of ResNet-152; the first call on an empty folder writes the file."""

    def __init__(self):
        self.network = None

    def __call__(self, count):
        path = path_of("resnet152.pth")
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


def recompute(block):
    """Has a block computed again on the way back."""
    forward = block.forward
    block.forward = lambda x: torch.utils.checkpoint.checkpoint(forward, x)


class Training:
    """Times steps by the CIFAR-10 recipe; with workers, the pictures are loaded and augmented."""

    def __init__(self, name, batch, workers=None, recomputing=False):
        create, self.side, self.classes = NETWORKS[name]
        self.batch = batch
        self.workers = workers
        self.network = create().train()
        if recomputing:
            for stage in self.network.children():
                if isinstance(stage, torch.nn.Sequential):
                    for block in stage:
                        recompute(block)
        self.optimizer = torch.optim.SGD(self.network.parameters(), lr=0.1, momentum=0.9, weight_decay=1e-4)
        self.source = self.batches()

    def batches(self):
        if self.workers is None:
            batch = torch.rand(self.batch, 3, self.side, self.side), torch.randint(0, self.classes, (self.batch,))
            while True:
                yield batch
        pictures = CifarPictures(path_of("data_batch_1.bin"))
        loader = torch.utils.data.DataLoader(
            pictures, batch_size=self.batch, shuffle=True, drop_last=True, num_workers=self.workers, persistent_workers=self.workers > 0
        )
        while True:
            yield from loader

    def __call__(self, count):
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


WORDS = {
    "add": lambda: add,
    "relu": lambda: relu,
    "conv2d": lambda: conv2d,
    "load152": Loading,
    "build152": lambda: build152,
    "train20": lambda: Training("resnet20", 128, workers=0),
    "train20-1": lambda: Training("resnet20", 128, workers=1),
    "train20-2": lambda: Training("resnet20", 128, workers=2),
}


def create(work):
    if work in WORDS:
        return WORDS[work]()
    form, name, batch, *more = work.split(":")
    return Training(name, int(batch), recomputing=bool(more)) if form == "step" else Evaluation(form, name, int(batch))


def measure(work, count):
    start = time.process_time()
    wall = work(count)
    return f"{wall / count!r} {(time.process_time() - start) / count!r}"


def main():
    torch.set_flush_denormal(True)
    works = {}
    with torch.no_grad():
        for line in sys.stdin:
            words = line.split()
            if words[0] == "versions":
                python = ".".join(map(str, sys.version_info[:3]))
                answer = (
                    f"Python {python}, torch {torch.__version__}, torchvision {torchvision.__version__}, "
                    f"{torch.get_num_threads()} threads"
                )
            else:
                if words[1] not in works:
                    works[words[1]] = create(words[1])
                work = works[words[1]]
                if words[0] == "first":
                    answer = repr(work.first)
                elif words[0] == "logits":
                    work.write_logits(words[2])
                    answer = "written"
                else:
                    answer = measure(work, int(words[2]))
            print(answer, flush=True)


main()
