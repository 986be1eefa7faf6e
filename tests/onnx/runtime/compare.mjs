// Runs exported files in onnxruntime and compares with the generated code's own output:
//   node compare.mjs FOLDER_OF_MODULES PROGRAM SPEC...
// PROGRAM is ResNetGen.Onnx.Checks. A deviation is the root mean square of the differences from the generated code's output in
// float32, divided by the root mean square of that output; that of every output of every file, taps too, may be 1e-5. Printed beside
// it: the largest single difference, divided by the same, and how far both sides are from the generated code in double. The last
// line is the total: "N passed, N failed, N skipped".
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";

const [modules, program, ...specs] = process.argv.slice(2);
const ort = createRequire(resolve(modules, "package.json"))("onnxruntime-node");
const bound = 1e-5;

const numbers = (file, Kind) => {
  const bytes = readFileSync(file);
  return new Kind(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
};

// { rms, largest }, both relative to the root mean square of what is expected.
const deviation = (actual, expected) => {
  if (actual.length !== expected.length) return { rms: Infinity, largest: Infinity };
  let [differences, squares, largest] = [0, 0, 0];
  for (let i = 0; i < expected.length; i++) {
    const difference = Math.abs(actual[i] - expected[i]);
    differences += difference * difference;
    squares += expected[i] * expected[i];
    if (difference > largest) largest = difference;
  }
  const scale = Math.sqrt(squares / expected.length);
  const rms = Math.sqrt(differences / expected.length) / scale;
  // What is no number differs from everything.
  return Number.isFinite(rms) ? { rms, largest: largest / scale } : { rms: Infinity, largest: Infinity };
};

// The worst deviations of one file over its inputs and outputs.
async function compare(file, cases) {
  const session = await ort.InferenceSession.create(file.file, { intraOpNumThreads: 2, logSeverityLevel: 3 });
  const worst = { rms: -1, largest: 0, exact: 0, where: "", file };
  try {
    for (const one of cases.filter((c) => file.dynamic || c.batch === 1)) {
      const input = new ort.Tensor("float32", numbers(one.input, Float32Array), one.shape);
      const outputs = await session.run({ input });
      const names = one.outputs.map((o) => o.output);
      if ([...names].sort().join() !== Object.keys(outputs).sort().join())
        return { ...worst, rms: Infinity, where: `the outputs: ${Object.keys(outputs)}, not ${names}` };
      for (const { output, shape, expected, exact } of one.outputs) {
        const actual = outputs[output];
        const found = actual.dims.join() === shape.join() ? deviation(actual.data, numbers(expected, Float32Array)) : { rms: Infinity, largest: Infinity };
        if (found.rms > worst.rms) Object.assign(worst, { rms: found.rms, where: `${output}, batch ${one.batch}` });
        worst.largest = Math.max(worst.largest, found.largest);
        worst.exact = Math.max(worst.exact, deviation(actual.data, numbers(exact, Float64Array)).rms);
      }
    }
  } finally {
    await session.release();
  }
  return worst;
}

const formOf = (file) => `opset ${file.opset}${file.fold ? ", folded" : ""}${file.dynamic ? ", dynamic batch" : ""}`;

async function main() {
  let passed = 0;
  let failed = 0;
  const folder = mkdtempSync(join(tmpdir(), "onnx-"));
  try {
    const exporter = spawn(program, ["runtime", folder, ...specs], { stdio: ["pipe", "pipe", "inherit"] });
    const ended = new Promise((resolve) => exporter.on("close", resolve));
    let networks = 0;
    console.log("| Network | Input | Deviation | With norms folded | Largest single | onnxruntime from double | Ours from double | Worst |");
    console.log("|---|---|---:|---:|---:|---:|---:|---|");
    for await (const line of createInterface({ input: exporter.stdout })) {
      const { name, input, files, cases } = JSON.parse(line);
      networks++;
      const found = [];
      for (const file of files) {
        const worst = await compare(file, cases);
        found.push(worst);
        if (worst.rms <= bound) passed++;
        else {
          failed++;
          console.error(`${name}, ${formOf(file)}: ${worst.rms.toExponential(2)} at ${worst.where}`);
        }
      }
      const most = (values) => Math.max(...values).toExponential(1);
      const worst = found.reduce((a, b) => (b.rms > a.rms ? b : a));
      const own = cases.flatMap((c) => c.outputs.map((o) => deviation(numbers(o.expected, Float32Array), numbers(o.exact, Float64Array)).rms));
      console.log("| " + [
        name,
        input,
        most(found.filter((f) => !f.file.fold).map((f) => f.rms)),
        most(found.filter((f) => f.file.fold).map((f) => f.rms)),
        most(found.map((f) => f.largest)),
        most(found.map((f) => f.exact)),
        most(own),
        `${worst.where}, ${formOf(worst.file)}`,
      ].join(" | ") + " |");
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
