"""Everything: 25 layers for an input of 3x64x64.

    part      blocks                    output              parameters                  MACs
    stem                                64x16x16                28,896            29,196,288
    stage 1   2 x bottleneck            64x16x16                11,472             2,230,272
    stage 2   3 x bottleneck            128x8x8                109,208            10,754,048
    stage 3   2 x preact basic          64x4x4                 193,478             6,619,520
    stage 4   2 x preact basic          96x4x4                 314,032             4,967,424
    head                                7                          679                   672
    all                                                        657,765            53,768,224

A MAC is a multiply-add of a convolution or linear layer, for one picture.
Written by ResNetGen 0.1.0 from the network's spec: change the spec, not this file.
Needs PyTorch alone, 1.13 or newer. Run as a program, it checks its own size and shapes.
"""

from collections import OrderedDict
from typing import NamedTuple, Tuple

import torch
import torch.nn.functional as F
from torch import Tensor, nn

NAME = "Everything"
INPUT = (3, 64, 64)  # channels, height, width
# The shapes of what comes out for it, without the batch.
TAPS = {
    "c1": (64, 32, 32), "c2": (64, 16, 16), "c3": (128, 8, 8), "c4": (64, 4, 4), "c5": (96, 4, 4)
}
OUTPUT = (7,)
# Layers by the paper's count, trainable numbers, multiply-adds.
DEPTH = 25
PARAMETERS = 657_765
MACS = 53_768_224


class Features(NamedTuple):
    """What features returns: the maps of the taps, each [N, C, H, W]."""

    c1: Tensor  # 64x32x32, stride 2
    c2: Tensor  # 64x16x16, stride 4
    c3: Tensor  # 128x8x8, stride 8
    c4: Tensor  # 64x4x4, stride 16
    c5: Tensor  # 96x4x4, stride 16


def pad_channels(x: Tensor, stride: int, before: int, after: int) -> Tensor:
    """Option A of He et al. 2015: subsampled, and channels of zeros before and behind."""
    return F.pad(x[:, :, ::stride, ::stride], (0, 0, 0, 0, before, after))


def drop_path(x: Tensor, probability: float, training: bool) -> Tensor:
    """Stochastic depth (Huang et al. 2016): zero for whole pictures by chance, scaled up for the
    others.
    """
    if not training or probability == 0.0:
        return x
    keep = 1.0 - probability
    mask = x.new_empty([x.shape[0], 1, 1, 1]).bernoulli_(keep).div_(keep)
    return x * mask


class FrozenBatchNorm2d(nn.Module):
    """Batch norm of [N, C, H, W] whose four tensors are buffers that never change."""

    def __init__(self, channels: int, eps: float = 1e-5) -> None:
        super().__init__()
        self.eps = eps
        self.register_buffer("weight", torch.ones(channels))
        self.register_buffer("bias", torch.zeros(channels))
        self.register_buffer("running_mean", torch.zeros(channels))
        self.register_buffer("running_var", torch.ones(channels))

    def forward(self, x: Tensor) -> Tensor:
        return F.batch_norm(
            x,
            self.running_mean,
            self.running_var,
            self.weight,
            self.bias,
            training=False,
            eps=self.eps,
        )


class ZeroPaddedMaxPool2d(nn.Module):
    """A max pool that pads with zeros."""

    def __init__(
        self, kernel_size: int, stride: int, padding: int, ceil_mode: bool = False
    ) -> None:
        super().__init__()
        self.padding = padding
        self.pool = nn.MaxPool2d(kernel_size, stride=stride, ceil_mode=ceil_mode)

    def forward(self, x: Tensor) -> Tensor:
        return self.pool(F.pad(x, [self.padding] * 4))


class SameAvgPool2d(nn.Module):
    """The mean of 2x2 values at stride 1; a row of zeros below and a column on the right keep the
    size.
    """

    def forward(self, x: Tensor) -> Tensor:
        return F.avg_pool2d(F.pad(x, (0, 1, 0, 1)), 2, 1)


class BlurPool2d(nn.Module):
    """The filter outer([1, 2, 1]) / 16 over reflected borders, with a stride: two 2x2 means in a
    row.
    """

    def __init__(self, stride: int) -> None:
        super().__init__()
        self.stride = stride

    def forward(self, x: Tensor) -> Tensor:
        x = F.avg_pool2d(F.pad(x, (1, 1, 1, 1), mode="reflect"), 2, 1)
        return F.avg_pool2d(x, 2, self.stride)


class SqueezeExcitation(nn.Module):
    """Weighs each channel of [N, C, H, W] by a function of all channels' means (Hu et al. 2017)."""

    def __init__(self, channels: int, hidden_channels: int) -> None:
        super().__init__()
        self.fc1 = nn.Conv2d(channels, hidden_channels, 1)
        self.fc2 = nn.Conv2d(hidden_channels, channels, 1)

    def forward(self, x: Tensor) -> Tensor:
        hidden = F.relu(self.fc1(x.mean((2, 3), keepdim=True)), inplace=True)
        return x * torch.sigmoid(self.fc2(hidden))


class ChannelAttention(nn.Module):
    """Weighs each channel of [N, C, H, W] by its neighbours' means (Wang et al. 2019)."""

    def __init__(self, kernel_size: int) -> None:
        super().__init__()
        self.conv = nn.Conv1d(1, 1, kernel_size, padding=(kernel_size - 1) // 2, bias=False)

    def forward(self, x: Tensor) -> Tensor:
        scores = self.conv(x.mean((2, 3)).unsqueeze(1))
        return x * torch.sigmoid(scores).transpose(1, 2).unsqueeze(3)


class Bottleneck(nn.Module):
    """The main path of a block: 1x1, 3x3, 1x1 convolutions, each with a norm."""

    def __init__(self, channels: int, width: int, hidden_channels: int) -> None:
        super().__init__()
        self.conv1 = nn.Conv2d(channels, width, 1)
        self.norm1 = nn.BatchNorm2d(width, eps=1.001e-05, momentum=1.0)
        self.conv2 = nn.Conv2d(width, width, 3, padding=1)
        self.norm2 = nn.BatchNorm2d(width, eps=1.001e-05, momentum=1.0)
        self.dropout = nn.Dropout(0.25)
        self.conv3 = nn.Conv2d(width, channels, 1)
        self.norm3 = nn.BatchNorm2d(channels, eps=1.001e-05, momentum=1.0)
        self.se = SqueezeExcitation(channels, hidden_channels)
        self.drop_probability = 0.0

    def residual(self, x: Tensor) -> Tensor:
        """Runs the main path on [N, C, H, W]."""
        x = F.relu(self.norm1(self.conv1(x)), inplace=True)
        x = self.dropout(F.relu(self.norm2(self.conv2(x)), inplace=True))
        return self.se(self.norm3(self.conv3(x)))


class IdentityBottleneck(Bottleneck):
    """A block whose input is added as it is."""

    def forward(self, x: Tensor) -> Tensor:
        out = drop_path(self.residual(x), self.drop_probability, self.training)
        out += x
        return F.relu(out, inplace=True)


class Bottleneck2(nn.Module):
    """The main path of a block: 1x1, 3x3, 1x1 convolutions, each with a norm."""

    def __init__(
        self, in_channels: int, width: int, out_channels: int, hidden_channels: int
    ) -> None:
        super().__init__()
        self.conv1 = nn.Conv2d(in_channels, width, 1)
        self.norm1 = nn.BatchNorm2d(width, eps=1.001e-05, momentum=1.0)
        self.conv2 = nn.Conv2d(width, width, 3, padding=1, groups=2)
        self.norm2 = nn.BatchNorm2d(width, eps=1.001e-05, momentum=1.0)
        self.conv3 = nn.Conv2d(width, out_channels, 1)
        self.norm3 = nn.BatchNorm2d(out_channels, eps=1.001e-05, momentum=1.0)
        self.se = SqueezeExcitation(out_channels, hidden_channels)
        self.drop_probability = 0.0

    def residual(self, x: Tensor) -> Tensor:
        """Runs the main path on [N, C, H, W]."""
        x = F.silu(self.norm1(self.conv1(x)))
        x = F.silu(self.norm2(self.conv2(x)))
        return self.se(self.norm3(self.conv3(x)))


class IdentityBottleneck2(Bottleneck2):
    """A block whose input is added as it is."""

    def __init__(self, channels: int, width: int, hidden_channels: int) -> None:
        super().__init__(channels, width, channels, hidden_channels)

    def forward(self, x: Tensor) -> Tensor:
        out = drop_path(self.residual(x), self.drop_probability, self.training)
        out += x
        return F.silu(out)


class AntiAliasedBottleneck2(Bottleneck2):
    """The same main path, where a pool strides in a convolution's place."""

    def __init__(
        self, in_channels: int, width: int, out_channels: int, hidden_channels: int
    ) -> None:
        super().__init__(in_channels, width, out_channels, hidden_channels)
        self.aa = BlurPool2d(2)

    def residual(self, x: Tensor) -> Tensor:
        """Runs the main path on [N, C, H, W]."""
        x = F.silu(self.norm1(self.conv1(x)))
        x = self.aa(F.silu(self.norm2(self.conv2(x))))
        return self.se(self.norm3(self.conv3(x)))


class PaddedAntiAliasedBottleneck2(AntiAliasedBottleneck2):
    """A block whose input is subsampled, and given channels of zeros, before it is added."""

    def forward(self, x: Tensor) -> Tensor:
        out = drop_path(self.residual(x), self.drop_probability, self.training)
        out += pad_channels(x, 2, 32, 32)
        return F.silu(out)


class PreactBasicBlock(nn.Module):
    """The main path of a block: 3x3, 3x3 convolutions, a norm before each."""

    def __init__(self, in_channels: int, out_channels: int) -> None:
        super().__init__()
        self.norm1 = nn.GroupNorm(32, in_channels)
        self.conv1 = nn.Conv2d(in_channels, out_channels, 3, padding=1)
        self.norm2 = nn.GroupNorm(32, out_channels)
        self.conv2 = nn.Conv2d(out_channels, out_channels, 3, padding=1)
        self.se = ChannelAttention(3)
        self.drop_probability = 0.0

    def preactivate(self, x: Tensor) -> Tensor:
        """Returns what the main path and a projection start from."""
        return F.relu(self.norm1(x), inplace=True)

    def residual(self, x: Tensor) -> Tensor:
        """Runs the main path on [N, C, H, W]."""
        x = F.relu(self.norm2(self.conv1(x)), inplace=True)
        return self.se(self.conv2(x))


class IdentityPreactBasicBlock(PreactBasicBlock):
    """A block whose input is added as it is."""

    def __init__(self, channels: int) -> None:
        super().__init__(channels, channels)

    def forward(self, x: Tensor) -> Tensor:
        out = drop_path(self.residual(self.preactivate(x)), self.drop_probability, self.training)
        out += x
        return out


class AntiAliasedPreactBasicBlock(PreactBasicBlock):
    """The same main path, where a pool strides in a convolution's place."""

    def __init__(self, in_channels: int, out_channels: int) -> None:
        super().__init__(in_channels, out_channels)
        self.aa = BlurPool2d(2)

    def residual(self, x: Tensor) -> Tensor:
        """Runs the main path on [N, C, H, W]."""
        x = self.aa(F.relu(self.norm2(self.conv1(x)), inplace=True))
        return self.se(self.conv2(x))


class PooledProjectionAntiAliasedPreactBasicBlock(AntiAliasedPreactBasicBlock):
    """A block whose input is added through a projection."""

    def __init__(self, in_channels: int, out_channels: int) -> None:
        super().__init__(in_channels, out_channels)
        self.downsample = nn.Sequential(OrderedDict([
            ("pool", nn.AvgPool2d(2, stride=2, ceil_mode=True, count_include_pad=False)),
            ("conv", nn.Conv2d(in_channels, out_channels, 1)),
        ]))

    def forward(self, x: Tensor) -> Tensor:
        x = self.preactivate(x)
        out = drop_path(self.residual(x), self.drop_probability, self.training)
        out += self.downsample(x)
        return out


class PreactBasicBlock2(nn.Module):
    """The main path of a block: 3x3, 3x3 convolutions, a norm before each."""

    def __init__(
        self, in_channels: int, out_channels: int, hidden_channels: int, dilation: int
    ) -> None:
        super().__init__()
        self.norm1 = FrozenBatchNorm2d(in_channels)
        self.conv1 = nn.Conv2d(in_channels, out_channels, 3, padding=dilation, dilation=dilation)
        self.norm2 = FrozenBatchNorm2d(out_channels)
        self.conv2 = nn.Conv2d(out_channels, out_channels, 3, padding=2, dilation=2)
        self.se = SqueezeExcitation(out_channels, hidden_channels)
        self.drop_probability = 0.0

    def preactivate(self, x: Tensor) -> Tensor:
        """Returns what the main path and a projection start from."""
        return F.relu(self.norm1(x), inplace=True)

    def residual(self, x: Tensor) -> Tensor:
        """Runs the main path on [N, C, H, W]."""
        x = F.relu(self.norm2(self.conv1(x)), inplace=True)
        return self.se(self.conv2(x))


class PooledProjection2PreactBasicBlock2(PreactBasicBlock2):
    """A block whose input is added through a projection."""

    def __init__(self, in_channels: int, out_channels: int, hidden_channels: int) -> None:
        super().__init__(in_channels, out_channels, hidden_channels, dilation=1)
        self.downsample = nn.Sequential(OrderedDict([
            ("pool", SameAvgPool2d()), ("conv", nn.Conv2d(in_channels, out_channels, 1))
        ]))

    def forward(self, x: Tensor) -> Tensor:
        x = self.preactivate(x)
        out = drop_path(self.residual(x), self.drop_probability, self.training)
        out += self.downsample(x)
        return out


class IdentityPreactBasicBlock2(PreactBasicBlock2):
    """A block whose input is added as it is."""

    def __init__(self, channels: int, hidden_channels: int) -> None:
        super().__init__(channels, channels, hidden_channels, dilation=2)

    def forward(self, x: Tensor) -> Tensor:
        out = drop_path(self.residual(self.preactivate(x)), self.drop_probability, self.training)
        out += x
        return out


# Every block is one of these: what a wrapping policy of FSDP asks for.
BLOCKS = (Bottleneck, Bottleneck2, PreactBasicBlock, PreactBasicBlock2)


class Stem(nn.Module):
    """The layers before the first stage; returns C1 and what its pool makes of it."""

    def __init__(self) -> None:
        super().__init__()
        self.conv1 = nn.Conv2d(3, 32, 3, stride=2, padding=1)
        self.norm1 = nn.BatchNorm2d(32, eps=1.001e-05, momentum=1.0)
        self.conv2 = nn.Conv2d(32, 32, 3, padding=1)
        self.norm2 = nn.BatchNorm2d(32, eps=1.001e-05, momentum=1.0)
        self.conv3 = nn.Conv2d(32, 64, 3, padding=1)
        self.norm3 = nn.BatchNorm2d(64, eps=1.001e-05, momentum=1.0)
        self.pool = ZeroPaddedMaxPool2d(3, stride=1, padding=1)
        self.blur = BlurPool2d(2)

    def forward(self, x: Tensor) -> Tuple[Tensor, Tensor]:
        x = F.relu(self.norm1(self.conv1(x)), inplace=True)
        x = F.relu(self.norm2(self.conv2(x)), inplace=True)
        x = F.relu(self.norm3(self.conv3(x)), inplace=True)
        return x, self.blur(self.pool(x))


class Stage(nn.Module):
    """Blocks in a row."""

    def __init__(self, *blocks: nn.Module) -> None:
        super().__init__()
        self.blocks = nn.Sequential(*blocks)

    def forward(self, x: Tensor) -> Tensor:
        return self.blocks(x)


class Head(nn.Module):
    """Pool and linear layer, which is a 1x1 convolution of one pixel."""

    def __init__(self) -> None:
        super().__init__()
        self.avgpool = nn.AdaptiveAvgPool2d(1)
        self.dropout = nn.Dropout(0.5)
        self.fc = nn.Conv2d(96, 7, 1)

    def forward(self, x: Tensor) -> Tensor:
        x = self.avgpool(x)
        x = self.dropout(x)
        return torch.flatten(self.fc(x), 1)


class Everything(nn.Module):
    """Classifies pictures: [N, 3, H, W] to logits [N, 7]."""

    def __init__(self) -> None:
        super().__init__()
        self.stem = Stem()
        self.stages = nn.ModuleList([
            Stage(*(IdentityBottleneck(64, 16, 8) for _ in range(2))),
            Stage(
                PaddedAntiAliasedBottleneck2(64, 64, 128, 8),
                *(IdentityBottleneck2(128, 64, 8) for _ in range(2)),
            ),
            Stage(
                PooledProjectionAntiAliasedPreactBasicBlock(128, 64), IdentityPreactBasicBlock(64)
            ),
            Stage(PooledProjection2PreactBasicBlock2(64, 96, 8), IdentityPreactBasicBlock2(96, 8)),
        ])
        self.norm = FrozenBatchNorm2d(96)
        self.head = Head()
        self._initialize()
        # The probability grows linearly from the first block to the last.
        blocks = [module for module in self.modules() if isinstance(module, BLOCKS)]
        for place, block in enumerate(blocks):
            block.drop_probability = 0.2 * place / 8
        self._freeze()

    def forward(self, x: Tensor) -> Tensor:
        _, x = self.stem(x)
        x = self.stages[0](x)
        x = self.stages[1](x)
        x = self.stages[2](x)
        x = self.stages[3](x)
        x = F.relu(self.norm(x), inplace=True)
        return self.head(x)

    def features(self, x: Tensor) -> Features:
        """Returns the maps that other networks build upon."""
        c1, x = self.stem(x)
        c2 = self.stages[0](x)
        c3 = self.stages[1](c2)
        c4 = self.stages[2](c3)
        c5 = self.stages[3](c4)
        return Features(c1, c2, c3, c4, c5)

    def train(self, mode: bool = True) -> "Everything":
        """Sets the mode of the network; what is frozen stays in evaluation mode."""
        super().train(mode)
        self._freeze()
        return self

    def _initialize(self) -> None:
        # He et al. 2015, "Delving Deep into Rectifiers".
        for module in self.modules():
            if isinstance(module, nn.Conv2d) and module is not self.head.fc:
                nn.init.kaiming_normal_(module.weight, mode="fan_out", nonlinearity="relu")
        nn.init.normal_(self.head.fc.weight, 0.0, 0.01)
        nn.init.zeros_(self.head.fc.bias)

    def _freeze(self) -> None:
        for module in [self.stem, self.stages[0]]:
            module.eval()
            module.requires_grad_(False)
        for module in self.modules():
            if isinstance(module, (nn.BatchNorm2d, nn.SyncBatchNorm)):
                module.eval()


def main() -> None:
    """Compares a new network with the constants above."""
    network = Everything().eval()
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
