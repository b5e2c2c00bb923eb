import assert from "node:assert/strict";
import { modelMetricsOf, runMetrics } from "./metric_lines.ts";

function bytesOf(...parts: string[]) {
  return ReadableStream.from(parts.map((part) => new TextEncoder().encode(part)));
}

Deno.test("runMetrics() reads lines of every release, however they are cut", async () => {
  const body = bytesOf(
    "100 1.5 3\n200 -i",
    "nf 9007199254740993\r\n300 1e-05\n400 2 -1 test set d",
    "1",
  );
  assert.deepEqual(await Array.fromAsync(runMetrics("loss", body)), [
    { key: "loss", value: 1.5, timestamp: 100, step: 3 },
    { key: "loss", value: -Infinity, timestamp: 200, step: 9007199254740993n },
    { key: "loss", value: 1e-5, timestamp: 300, step: 0 },
    // MLflow itself takes the step of such a line for 0.
    { key: "loss", value: 2, timestamp: 400, step: -1 },
  ]);
  assert.deepEqual(await Array.fromAsync(runMetrics("loss", bytesOf(""))), []);
});

Deno.test("runMetrics() and modelMetricsOf() refuse a line that is none, and show it", async () => {
  for (const line of ["", " ", "100", "100 x 1", "100  1", "1.5 1 1", "100 1 1.5", "1e3 1 1"]) {
    await assert.rejects(Array.fromAsync(runMetrics("loss", bytesOf(`1 1 1\n${line} \n`))), {
      name: "TypeError",
      message:
        `Cannot read the metric "loss": expected timestamp, value and step, got "${line.trimEnd()}"`,
    });
  }
  for (const line of ["100 1 1", "100 1 1 r set", "100 1 x r"]) {
    await assert.rejects(Array.fromAsync(modelMetricsOf("auc", bytesOf(line))), TypeError);
  }
});

Deno.test("modelMetricsOf() tells the run and the data set, whose name may have spaces", async () => {
  const body = bytesOf("100 nan 1 r1\n200 0.5 2 r2 the test set d9\n");
  assert.deepEqual(await Array.fromAsync(modelMetricsOf("auc", body)), [
    { key: "auc", value: NaN, timestamp: 100, step: 1, runId: "r1" },
    {
      key: "auc",
      value: 0.5,
      timestamp: 200,
      step: 2,
      runId: "r2",
      dataset: { name: "the test set", digest: "d9" },
    },
  ]);
});
