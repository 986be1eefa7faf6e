// Runs exported files in onnxruntime and compares with the generated code's own output:
//   node compare.mjs FOLDER_OF_MODULES PROGRAM SPEC...
// PROGRAM is ResNetGen.Onnx.Checks. A deviation is the largest difference of an output from the generated code's, divided by the
// root mean square of that output. The last line is the total: "N passed, N failed, N skipped".
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

const [modules, program, ...specs] = process.argv.slice(2);
const ort = createRequire(join(modules, "package.json"))("onnxruntime-node");
const bound = 1e-5;

const numbers = (file, Kind) => {
  const bytes = readFileSync(file);
  return new Kind(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
};

const deviation = (actual, expected) => {
  if (actual.length !== expected.length) return Infinity;
  let largest = 0;
  let squares = 0;
  for (let i = 0; i < expected.length; i++) {
    const difference = Math.abs(actual[i] - expected[i]);
    // What is no number differs from everything.
    if (!(difference <= largest)) largest = Number.isNaN(difference) ? Infinity : difference;
    squares += expected[i] * expected[i];
  }
  return largest / Math.sqrt(squares / expected.length);
};

// The worst deviations of one file over its inputs and outputs.
async function compare(file, cases) {
  const session = await ort.InferenceSession.create(file.file, { intraOpNumThreads: 2, logSeverityLevel: 3 });
  const worst = { ours: 0, exact: 0, where: "" };
  try {
    for (const one of cases.filter((c) => file.dynamic || c.batch === 1)) {
      const input = new ort.Tensor("float32", numbers(one.input, Float32Array), one.shape);
      const outputs = await session.run({ input });
      const names = one.outputs.map((o) => o.output);
      if (names.sort().join() !== Object.keys(outputs).sort().join())
        return { ...worst, ours: Infinity, where: `the outputs are ${Object.keys(outputs)}, not ${names}` };
      for (const { output, shape, expected, exact } of one.outputs) {
        const actual = outputs[output];
        const ours = actual.dims.join() === shape.join() ? deviation(actual.data, numbers(expected, Float32Array)) : Infinity;
        if (ours > worst.ours) Object.assign(worst, { ours, where: `${output}, batch ${one.batch}` });
        worst.exact = Math.max(worst.exact, deviation(actual.data, numbers(exact, Float64Array)));
      }
    }
  } finally {
    await session.release();
  }
  return worst;
}

const formOf = (file) => `opset ${file.opset}${file.fold ? ", folded" : ""}${file.dynamic ? ", dynamic batch" : ""}`;
const shown = (value) => value.toExponential(1);

async function main() {
  let passed = 0;
  let failed = 0;
  const folder = mkdtempSync(join(tmpdir(), "onnx-"));
  try {
    const exporter = spawn(program, ["runtime", folder, ...specs], { stdio: ["pipe", "pipe", "inherit"] });
    const ended = new Promise((resolve) => exporter.on("close", resolve));
    let networks = 0;
    console.log("| Network | As the graph | Folded | Ours from exact | Theirs from exact | Worst |");
    console.log("|---|---:|---:|---:|---:|---|");
    for await (const line of createInterface({ input: exporter.stdout })) {
      const { name, files, cases } = JSON.parse(line);
      networks++;
      const [plain, folded, exact] = [[], [], []];
      let worst = { ours: -1 };
      for (const file of files) {
        const found = await compare(file, cases);
        (file.fold ? folded : plain).push(found.ours);
        exact.push(found.exact);
        if (found.ours > worst.ours) worst = { ...found, file };
        if (found.ours <= bound) passed++;
        else {
          failed++;
          console.error(`${name}, ${formOf(file)}: ${found.ours.toExponential(2)} at ${found.where}`);
        }
      }
      const own = cases.flatMap((c) => c.outputs.map((o) => deviation(numbers(o.expected, Float32Array), numbers(o.exact, Float64Array))));
      const columns = [Math.max(...plain), Math.max(...folded), Math.max(...own), Math.max(...exact)].map(shown);
      console.log(`| ${name} | ${columns.join(" | ")} | ${worst.where}, ${formOf(worst.file)} |`);
      for (const file of readdirSync(folder)) rmSync(join(folder, file));
      exporter.stdin.write("\n");
    }
    const code = await ended;
    if (code !== 0 || networks < specs.length) {
      console.error(`the exporter ended with exit code ${code} after ${networks} of ${specs.length} networks`);
      failed++;
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  console.log(`${passed} passed, ${failed} failed, 0 skipped`);
  process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
}

await main();
