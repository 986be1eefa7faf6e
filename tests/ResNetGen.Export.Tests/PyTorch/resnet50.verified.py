"""resnet50: 50 layers for an input of 3x224x224.

    part      blocks            output              parameters                  MACs
    stem                        64x56x56                 9,536           118,013,952
    stage 1   3 x bottleneck    256x56x56              215,808           667,942,912
    stage 2   4 x bottleneck    512x28x28            1,219,584         1,027,604,480
    stage 3   6 x bottleneck    1024x14x14           7,098,368         1,464,336,384
    stage 4   3 x bottleneck    2048x7x7            14,964,736           809,238,528
    head                        1000                 2,049,000             2,048,000
    all                                             25,557,032         4,089,184,256

A MAC is a multiply-add of a convolution or linear layer, for one picture.
Written by ResNetGen 0.1.0 from the network's spec: change the spec, not this file.
Needs PyTorch alone, 1.13 or newer. Run as a program, it checks its own size and shapes.
"""

from typing import NamedTuple

import torch
import torch.nn.functional as F
from torch import Tensor, nn

NAME = "resnet50"
INPUT = (3, 224, 224)  # channels, height, width
# The shapes of what comes out for it, without the batch.
TAPS = {
    "c1": (64, 112, 112),
    "c2": (256, 56, 56),
    "c3": (512, 28, 28),
    "c4": (1024, 14, 14),
    "c5": (2048, 7, 7),
}
OUTPUT = (1000,)
# Layers by the paper's count, trainable numbers, multiply-adds.
DEPTH = 50
PARAMETERS = 25_557_032
MACS = 4_089_184_256


class Features(NamedTuple):
    """What features returns: the maps of the taps, each [N, C, H, W]."""

    c1: Tensor  # 64x112x112, stride 2
    c2: Tensor  # 256x56x56, stride 4
    c3: Tensor  # 512x28x28, stride 8
    c4: Tensor  # 1024x14x14, stride 16
    c5: Tensor  # 2048x7x7, stride 32


class Bottleneck(nn.Module):
    """The main path of a block: 1x1, 3x3, 1x1 convolutions, each with a norm."""

    def __init__(self, in_channels: int, width: int, out_channels: int, stride: int) -> None:
        super().__init__()
        self.conv1 = nn.Conv2d(in_channels, width, 1, bias=False)
        self.bn1 = nn.BatchNorm2d(width)
        self.conv2 = nn.Conv2d(width, width, 3, stride=stride, padding=1, bias=False)
        self.bn2 = nn.BatchNorm2d(width)
        self.conv3 = nn.Conv2d(width, out_channels, 1, bias=False)
        self.bn3 = nn.BatchNorm2d(out_channels)

    def residual(self, x: Tensor) -> Tensor:
        """Runs the main path on [N, C, H, W]."""
        x = F.relu(self.bn1(self.conv1(x)), inplace=True)
        x = F.relu(self.bn2(self.conv2(x)), inplace=True)
        return self.bn3(self.conv3(x))


class ProjectionBottleneck(Bottleneck):
    """A block whose input is added through a projection."""

    def __init__(self, in_channels: int, width: int, out_channels: int, stride: int) -> None:
        super().__init__(in_channels, width, out_channels, stride=stride)
        self.downsample = nn.Sequential(
            nn.Conv2d(in_channels, out_channels, 1, stride=stride, bias=False),
            nn.BatchNorm2d(out_channels),
        )

    def forward(self, x: Tensor) -> Tensor:
        out = self.residual(x)
        out += self.downsample(x)
        return F.relu(out, inplace=True)


class IdentityBottleneck(Bottleneck):
    """A block whose input is added as it is."""

    def __init__(self, channels: int, width: int) -> None:
        super().__init__(channels, width, channels, stride=1)

    def forward(self, x: Tensor) -> Tensor:
        out = self.residual(x)
        out += x
        return F.relu(out, inplace=True)


# Every block is one of these: what a wrapping policy of FSDP asks for.
BLOCKS = (Bottleneck,)


class Resnet50(nn.Module):
    """Classifies pictures: [N, 3, H, W] to logits [N, 1000]."""

    def __init__(self) -> None:
        super().__init__()
        self.conv1 = nn.Conv2d(3, 64, 7, stride=2, padding=3, bias=False)
        self.bn1 = nn.BatchNorm2d(64)
        self.maxpool = nn.MaxPool2d(3, stride=2, padding=1)
        self.layer1 = nn.Sequential(
            ProjectionBottleneck(64, 64, 256, stride=1),
            *(IdentityBottleneck(256, 64) for _ in range(2)),
        )
        self.layer2 = nn.Sequential(
            ProjectionBottleneck(256, 128, 512, stride=2),
            *(IdentityBottleneck(512, 128) for _ in range(3)),
        )
        self.layer3 = nn.Sequential(
            ProjectionBottleneck(512, 256, 1024, stride=2),
            *(IdentityBottleneck(1024, 256) for _ in range(5)),
        )
        self.layer4 = nn.Sequential(
            ProjectionBottleneck(1024, 512, 2048, stride=2),
            *(IdentityBottleneck(2048, 512) for _ in range(2)),
        )
        self.avgpool = nn.AdaptiveAvgPool2d(1)
        self.fc = nn.Linear(2048, 1000)
        self._initialize()

    def forward_stem(self, x: Tensor) -> Tensor:
        """Runs the layers up to C1, before the pool."""
        return F.relu(self.bn1(self.conv1(x)), inplace=True)

    def forward(self, x: Tensor) -> Tensor:
        x = self.forward_stem(x)
        x = self.maxpool(x)
        x = self.layer1(x)
        x = self.layer2(x)
        x = self.layer3(x)
        x = self.layer4(x)
        x = torch.flatten(self.avgpool(x), 1)
        return self.fc(x)

    def features(self, x: Tensor) -> Features:
        """Returns the maps that other networks build upon."""
        c1 = self.forward_stem(x)
        x = self.maxpool(c1)
        c2 = self.layer1(x)
        c3 = self.layer2(c2)
        c4 = self.layer3(c3)
        c5 = self.layer4(c4)
        return Features(c1, c2, c3, c4, c5)

    def _initialize(self) -> None:
        # He et al. 2015, "Delving Deep into Rectifiers".
        for module in self.modules():
            if isinstance(module, nn.Conv2d):
                nn.init.kaiming_normal_(module.weight, mode="fan_out", nonlinearity="relu")


def main() -> None:
    """Compares a new network with the constants above."""
    network = Resnet50().eval()
    parameters = sum(parameter.numel() for parameter in network.parameters())
    with torch.no_grad():
        picture = torch.zeros(1, *INPUT)
        maps = network.features(picture)._asdict()
        output = tuple(network(picture).shape[1:])
    taps = {name: tuple(value.shape[1:]) for name, value in maps.items()}
    print(f"{NAME}: {parameters:,} parameters")
    for name, shape in {**taps, "output": output}.items():
        print(f"{name}: {'x'.join(map(str, shape))}")
    if (parameters, taps, output) != (PARAMETERS, TAPS, OUTPUT):
        raise SystemExit("the network is not what its constants say")


if __name__ == "__main__":
    main()
