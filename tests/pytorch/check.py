"""Checks PyTorch source that was written for many networks: check.py FOLDER TRUTH [--truth-parameters N]

FOLDER has cases.json, and a module NAME.py and a graph NAME.dot for each case. TRUTH is the table of published networks; those of at most N parameters
are compared with it (0: none). The last line is the total: "N passed, N failed, N skipped".
"""

import argparse
import contextlib
import csv
import hashlib
import importlib.util
import io
import json
import os
import subprocess
import sys
import traceback

import numpy
import torch
import torch.fx

import probe

TOLERANCE = 1e-3

# Its probe is ill-conditioned in float32 from c4 on.
ILL_CONDITIONED = "seresnext101d_32x8d"
LOOSE_TOLERANCE = 0.05


def load(folder, name):
    """Imports a module from its file."""
    spec = importlib.util.spec_from_file_location(name, os.path.join(folder, name + ".py"))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def sha256(values):
    """SHA-256 over the bytes of tensors."""
    digest = hashlib.sha256()
    for value in values:
        digest.update(numpy.ascontiguousarray(value.detach().numpy()).tobytes())
    return digest.hexdigest()


class without_initialisation:
    """New networks keep whatever their memory holds: what is not looked at need not be drawn."""

    NAMES = ["kaiming_normal_", "kaiming_uniform_", "normal_", "uniform_", "zeros_", "ones_"]

    def __enter__(self):
        self.kept = {name: getattr(torch.nn.init, name) for name in self.NAMES}
        for name in self.NAMES:
            setattr(torch.nn.init, name, lambda tensor, *_, **__: tensor)

    def __exit__(self, *_):
        for name, function in self.kept.items():
            setattr(torch.nn.init, name, function)


class Report:
    """Counts what passed and says what failed."""

    def __init__(self):
        self.passed = self.failed = 0
        self.bits = self.maps = 0
        self.farthest = 0.0

    def check(self, case, what, holds):
        """Runs one check: a function that raises where it does not hold."""
        try:
            holds()
            self.passed += 1
        except Exception as error:  # every failure is said, and the others go on
            self.failed += 1
            print(f"FAILED {case['name']}: {what}: {error}\n{case['text']}", file=sys.stderr)
            if not isinstance(error, AssertionError):
                traceback.print_exc()


def equal(what, expected, shown):
    """Raises where the two differ; of lists, names the first difference."""
    if expected == shown:
        return
    if isinstance(expected, list) and isinstance(shown, list):
        for place, pair in enumerate(zip(expected, shown)):
            assert pair[0] == pair[1], f"{what}: [{place}] is {pair[1]}, not {pair[0]}"
        assert len(expected) == len(shown), f"{what}: {len(shown)}, not {len(expected)}"
    raise AssertionError(f"{what}: {shown}, not {expected}")


def near(what, expected, shown, scale=None, tolerance=TOLERANCE):
    """Raises where two numbers differ by more than the tolerance; returns how far they are apart."""
    if expected is None or shown is None:
        assert expected is shown, f"{what}: {shown}, not {expected}"
        return 0.0
    apart = abs(expected - shown) / max(abs(expected if scale is None else scale), 1e-30)
    assert apart <= tolerance, f"{what}: {shown}, not {expected}"
    return apart


def check_text(folder, case):
    """The file is ASCII, ends every line with LF and has no line beyond 100 characters."""
    with open(os.path.join(folder, case["name"] + ".py"), "rb") as file:
        text = file.read()
    assert text.isascii() and text.endswith(b"\n") and not text.endswith(b"\n\n")
    assert b"\r" not in text and b"\t" not in text
    for line in text.split(b"\n"):
        assert len(line) <= 100 and not line.endswith(b" "), line


def check_state(case, network):
    """Keys, shapes, order, and which of them are parameters."""
    shown = [f"{key}:{','.join(map(str, value.shape))}" for key, value in network.state_dict().items()]
    equal("state dict", case["keys"], shown)
    buffers = {name for name, _ in network.named_buffers()}
    equal("buffers", sorted(case["buffers"]), sorted(buffers))
    parameters = [key.split(":")[0] for key in case["keys"] if key.split(":")[0] not in buffers]
    equal("parameters", parameters, [name for name, _ in network.named_parameters()])


def check_modes(running, network):
    """What is frozen, and which modules stay in evaluation mode."""
    owners = {key.rpartition(".")[0] for key in network.state_dict()}

    def resting():
        return sorted(name for name, module in network.named_modules() if name in owners and not module.training)

    frozen = [name for name, parameter in network.named_parameters() if not parameter.requires_grad]
    equal("frozen parameters", sorted(running["frozen"]), sorted(frozen))
    equal("modules at rest in a new network", sorted(running["resting"]), resting())
    network.eval()
    equal("modules at rest in evaluation", sorted(owners), resting())
    assert network.train() is network
    equal("modules at rest in training", sorted(running["resting"]), resting())


def check_fresh(running, network):
    """The first weights: constants, and with one seed the same numbers."""
    state = {key: value for key, value in network.state_dict().items() if value.is_floating_point()}
    constants = {
        key: value.flatten()[0].item() for key, value in state.items()
        if value.numel() > 1 and (value == value.flatten()[0]).all()
    }
    equal("constants", running["constants"], constants)
    equal("numbers of a new network of one seed", running["fresh"], sha256(state.values()))


def maps_of(network, sizes):
    """What the probe gives for an input of channels, height and width: the maps of the taps, and the output."""
    network.eval()
    with torch.no_grad():
        picture = probe.tensor("input", (1, *sizes))
        maps = dict(network.features(picture)._asdict())
        maps["out"] = network(picture)
    return maps


def check_maps(report, running, maps):
    """The probe's maps against those of the generated C#: equal to the bit, or near."""
    equal("maps", sorted(running["maps"]), sorted(maps))
    for name, expected in running["maps"].items():
        apart = near(name, expected["rms"], probe.root_mean_square(maps[name]))
        report.farthest = max(report.farthest, apart)
        report.maps += 1
        report.bits += sha256([maps[name]]) == expected["sha256"]


def check_truth(row, maps):
    """The probe's maps against the table of published networks."""
    is_loose = row["model"] == ILL_CONDITIONED
    for name in ["c1", "c2", "c3", "c4", "c5", "out"]:
        if row[f"probe_rms_{name}"]:
            tolerance = LOOSE_TOLERANCE if is_loose and name not in ("c1", "c2", "c3") else TOLERANCE
            near(name, float(row[f"probe_rms_{name}"]), probe.root_mean_square(maps[name]), tolerance=tolerance)
    if row["probe_rms_out"] and not is_loose:
        for place in range(3):
            shown = maps["out"].flatten()[place].item()
            near(f"logit {place}", float(row[f"probe_logit{place}"]), shown, float(row["probe_rms_out"]))


def check_training(network, case, module):
    """A backward pass works, in place or not, and leaves what is frozen alone."""
    torch.manual_seed(0)
    network.train()
    output = network(torch.randn(2, *case["input"]))
    equal("output", module.OUTPUT, tuple(output.shape[1:]))
    if output.requires_grad:
        output.square().mean().backward()
    for name, parameter in network.named_parameters():
        assert parameter.requires_grad or parameter.grad is None, name


def check_picture(folder, case):
    """The picture shows nothing cut off or on top of another, and Graphviz takes the graph."""
    equal("problems of the picture", [], case["pictureProblems"])
    run = subprocess.run(
        ["dot", "-Tplain", os.path.join(folder, case["name"] + ".dot")], capture_output=True, text=True, check=False)
    equal("messages of dot", "", run.stderr)
    assert run.returncode == 0 and run.stdout.startswith("graph "), run.returncode


def check_tools(network, case):
    """TorchScript and FX take the network, and give what it gives."""
    picture = torch.randn(2, *case["input"])
    network.eval()
    with torch.no_grad():
        expected = network(picture)
        for name, tool in [("TorchScript", torch.jit.script), ("FX", torch.fx.symbolic_trace)]:
            assert torch.allclose(expected, tool(network)(picture), equal_nan=True), name


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder")
    parser.add_argument("truth")
    parser.add_argument("--truth-parameters", type=int, default=0)
    arguments = parser.parse_args()

    with open(os.path.join(arguments.folder, "cases.json"), encoding="utf-8") as file:
        cases = json.load(file)
    with open(arguments.truth, encoding="utf-8", newline="") as file:
        truth = list(csv.DictReader(file))

    report = Report()
    for case in cases:
        report.check(case, "text", lambda: check_text(arguments.folder, case))
        report.check(case, "picture", lambda: check_picture(arguments.folder, case))
        module = load(arguments.folder, case["name"])
        create = getattr(module, case["className"])
        running = case["running"]
        if running:
            torch.manual_seed(0)
            network = create()
            report.check(case, "first weights", lambda: check_fresh(running, network))
        else:
            with without_initialisation():
                network = create()
        report.check(case, "state dict", lambda: check_state(case, network))
        if running:
            report.check(case, "modes", lambda: check_modes(running, network))
        size = sum(value.numel() for value in network.parameters())
        rows = [row for row in truth if row["model"] == case["name"] and size <= arguments.truth_parameters]
        if running or rows:
            probe.fill(network)
        if running:
            report.check(case, "maps", lambda: check_maps(report, running, maps_of(network, case["input"])))
        for row in rows:
            sizes = [int(size) for size in row["input"].split("x")]
            report.check(case, f"truth at {row['input']}", lambda: check_truth(row, maps_of(network, sizes)))
        if case["name"].startswith("drawn"):
            report.check(case, "training", lambda: check_training(network, case, module))
            report.check(case, "tools", lambda: check_tools(network, case))
            with contextlib.redirect_stdout(io.StringIO()):
                report.check(case, "as a program", module.main)

    print(f"{len(cases)} networks; {report.bits} of {report.maps} maps equal to the bit, the farthest {report.farthest:.1e} apart")
    print(f"{report.passed} passed, {report.failed} failed, 0 skipped")
    return 1 if report.failed else 0


if __name__ == "__main__":
    sys.exit(main())
