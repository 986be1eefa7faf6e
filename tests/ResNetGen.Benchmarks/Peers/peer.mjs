// onnxruntime's side of the benchmarks, on the CPU: answers the lines that peer.py describes.
// peer.mjs FOLDER THREADS WAITS, where FOLDER has onnxruntime-node; threads with nothing to do sleep where WAITS is waits, as
// OMP_WAIT_POLICY=passive has those of the others, or spin where it is spins. The one form is onnx.

import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { createInterface } from "node:readline";

const [modules, threads, waits] = process.argv.slice(2);
const require = createRequire(join(modules, "package.json"));
const ort = require("onnxruntime-node");
const folder = process.env.RESNETGEN_BENCH;
const sides = { resnet50: 224, resnet20: 32 };
const works = new Map();

async function create(work) {
  const [, network, batch] = work.split(":");
  const file = readFileSync(join(folder, `${network}.${batch}.bin`));
  const numbers = new Float32Array(file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength));
  const input = new ort.Tensor("float32", numbers, [Number(batch), 3, sides[network], sides[network]]);
  const start = performance.now();
  const session = await ort.InferenceSession.create(join(folder, `${network}.onnx`), {
    graphOptimizationLevel: "all",
    intraOpNumThreads: Number(threads),
    interOpNumThreads: 1,
    executionMode: "sequential",
    freeDimensionOverrides: { N: Number(batch) },
    logSeverityLevel: 3,
    extra: { session: { intra_op: { allow_spinning: waits === "spins" ? "1" : "0" }, set_denormal_as_zero: "1" } },
  });
  const output = session.outputNames[0];
  const run = async () => (await session.run({ input }))[output];
  await run();
  return { run, first: (performance.now() - start) / 1000 };
}

async function get(work) {
  if (!works.has(work)) works.set(work, await create(work));
  return works.get(work);
}

async function measure(work, count) {
  const byTwo = work.startsWith("two:");
  const { run } = await get(byTwo ? work.slice(4) : work);
  const times = async (n) => {
    for (let i = 0; i < n; i++) await run();
  };
  const cpu = process.cpuUsage();
  const start = performance.now();
  if (byTwo) await Promise.all([times((count + 1) >> 1), times((count + 1) >> 1)]);
  else await times(count);
  const wall = (performance.now() - start) / 1000;
  const used = process.cpuUsage(cpu);
  return `${wall / count} ${(used.user + used.system) / 1e6 / count}`;
}

async function answer([verb, work, argument]) {
  switch (verb) {
    case "versions":
      return `Node ${process.versions.node}, onnxruntime-node ${require("onnxruntime-node/package.json").version}, ${threads} threads`;
    case "first":
      return (await get(work)).first;
    case "logits": {
      const { data } = await (await get(work)).run();
      writeFileSync(argument, Buffer.from(data.buffer, data.byteOffset, data.byteLength));
      return "written";
    }
    case "run":
      return measure(work, Number(argument));
    default:
      throw new Error(`there is no answer to "${verb}"`);
  }
}

for await (const line of createInterface({ input: process.stdin })) console.log(String(await answer(line.split(" "))));
