"""Compares two files of `resnetgen probe`: compare.py REFERENCE OTHER; 1e-3 is what they may differ by."""

import json
import sys

LIMIT = 1e-3


def numbers(probe):
    """Yields every number of a probe with its name."""
    yield from probe["rms"].items()
    for index, logit in enumerate(probe["logits"]):
        yield f"logit {index}", logit


def main(reference_path, other_path):
    """Prints the largest difference of each network, relative to the output's size for logits."""
    with open(reference_path) as reference_file, open(other_path) as other_file:
        pairs = list(zip(json.load(reference_file), json.load(other_file), strict=True))
    worst = 0.0
    for reference, other in pairs:
        size = reference["rms"]["out"]
        largest, where = 0.0, "none"
        for (name, expected), (_, found) in zip(numbers(reference), numbers(other), strict=True):
            difference = abs(found - expected) / (size if name.startswith("logit") else abs(expected))
            if difference > largest:
                largest, where = difference, name
        print(f"{reference['name']:<24} largest difference {largest:.2e} ({where})")
        worst = max(worst, largest)
    return 0 if worst <= LIMIT else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
