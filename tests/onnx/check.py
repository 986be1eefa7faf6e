"""Reads exported files with ONNX's own checker and shape inference: check.py PROGRAM SPEC...

PROGRAM is ResNetGen.Onnx.Checks, which exports each spec in two forms and says what the analysis knows of it. The last line is
the total: "N passed, N failed, N skipped".
"""

import json
import os
import subprocess
import sys
import tempfile

import onnx
from onnx import checker, shape_inference


def sizes_of(value):
    return [d.dim_param if d.HasField("dim_param") else d.dim_value for d in value.type.tensor_type.shape.dim]


def expected_outputs(facts):
    batch = "N" if facts["dynamic"] else 1
    outputs = {name: [batch, *shape] for name, shape in facts["taps"].items()}
    if facts["classes"] is not None:
        outputs["output"] = [batch, facts["classes"]]
    elif facts["ends_normalised"]:
        outputs["output"] = outputs[max(facts["taps"])]
    return outputs


def problems_of(facts):
    """Yields what is wrong with a file."""
    # As a file: one that protobuf cannot hold would not pass.
    checker.check_model(facts["file"])
    model = onnx.load(facts["file"])
    graph = model.graph

    # What the file itself says of its outputs is taken away: their shapes are worked out from the input's.
    declared = {o.name: sizes_of(o) for o in graph.output}
    for output in graph.output:
        output.type.tensor_type.ClearField("shape")
    inferred = shape_inference.infer_shapes(model, check_type=True, strict_mode=True, data_prop=True)
    worked_out = {o.name: sizes_of(o) for o in inferred.graph.output}
    expected = expected_outputs(facts)
    if declared != expected:
        yield f"declares {declared}, the analysis says {expected}"
    if worked_out != expected:
        yield f"shape inference says {worked_out}, the analysis says {expected}"
    unknown = [n.name for n in inferred.graph.node if n.output[0] not in worked_out
               and not any(v.name == n.output[0] for v in inferred.graph.value_info)]
    if unknown:
        yield f"shape inference knows nothing of {unknown[:5]}"

    opsets = {(o.domain, o.version) for o in model.opset_import}
    if opsets != {("", facts["opset"])}:
        yield f"operator sets {opsets}"
    metadata = {p.key: p.value for p in model.metadata_props}
    if metadata.get("resnetgen.name") != facts["name"] or len(metadata.get("resnetgen.hash", "")) != 64:
        yield f"metadata {metadata}"
    if model.producer_name != "ResNetGen" or graph.name != facts["name"]:
        yield f"made by {model.producer_name}, called {graph.name}"

    yield from problems_of_names(facts, graph)


def problems_of_names(facts, graph):
    tensors = {t.name: list(t.dims) for t in graph.initializer}
    state = {key: shape for key, shape in facts["state"].items() if not key.endswith("num_batches_tracked")}
    if len(tensors) != len(graph.initializer):
        yield "a tensor is there twice"
    for key, shape in tensors.items():
        if key in state and state[key] != shape:
            yield f"{key} is {shape}, in the state dict {state[key]}"
    if not facts["folded"] and facts["classes"] is not None and set(state) - set(tensors):
        yield f"without {sorted(set(state) - set(tensors))[:5]}"
    used = {name for node in graph.node for name in node.input}
    if set(tensors) - used:
        yield f"tensors that no node uses: {sorted(set(tensors) - used)[:5]}"
    if len({n.name for n in graph.node}) != len(graph.node):
        yield "two nodes share a name"


def main():
    program, *specs = sys.argv[1:]
    passed = failed = 0
    with tempfile.TemporaryDirectory() as folder:
        exporter = subprocess.Popen([program, "structure", folder, *specs], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        for line in exporter.stdout:
            facts = json.loads(line)
            try:
                problems = list(problems_of(facts))
            except Exception as e:
                problems = [f"{type(e).__name__}: {e}"]
            os.remove(facts["file"])
            try:
                exporter.stdin.write("\n")
                exporter.stdin.flush()
            except BrokenPipeError:
                pass
            if problems:
                failed += 1
                print(f"{facts['spec']}, opset {facts['opset']}:")
                for problem in problems:
                    print("  " + problem)
            else:
                passed += 1
        if exporter.wait() != 0:
            print(f"the exporter ended with exit code {exporter.returncode}")
            failed += 1
        if passed + failed < 2 * len(specs):
            print(f"{2 * len(specs) - passed - failed} files were not checked")
            failed += 1
    print(f"{passed} passed, {failed} failed, 0 skipped")
    sys.exit(0 if failed == 0 and passed > 0 else 1)


main()
