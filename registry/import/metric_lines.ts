/** Metrics as MLflow's file store keeps them: one line a value. */

import type { Bytes, SourceMetric, SourceModelMetric } from "./run_source.ts";

/**
 * The values of a run's metric file. A line is timestamp, value and step, perhaps followed by name
 * and digest of the data set it was measured on; lines of the first releases have no step.
 *
 * @throws {TypeError} When a line is malformed.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const body = new Blob(["100 nan 3\n"]).stream();
 * assert.deepEqual(await Array.fromAsync(runMetrics("loss", body)), [
 *   { key: "loss", value: NaN, timestamp: 100, step: 3 },
 * ]);
 * ```
 */
export async function* runMetrics(key: string, body: Bytes): AsyncGenerator<SourceMetric> {
  for await (const line of linesOf(body)) {
    const [timestamp, value, step = "0"] = line.split(" ");
    yield metricOf(key, line, [timestamp, value, step]);
  }
}

/**
 * The values of a logged model's metric file. A line is timestamp, value, step and run, perhaps
 * followed by name and digest of the data set.
 *
 * @throws {TypeError} When a line is malformed.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const body = new Blob(["100 0.5 3 r test set d1\n"]).stream();
 * assert.deepEqual(await Array.fromAsync(modelMetricsOf("auc", body)), [{
 *   key: "auc",
 *   value: 0.5,
 *   timestamp: 100,
 *   step: 3,
 *   runId: "r",
 *   dataset: { name: "test set", digest: "d1" },
 * }]);
 * ```
 */
export async function* modelMetricsOf(
  key: string,
  body: Bytes,
): AsyncGenerator<SourceModelMetric> {
  for await (const line of linesOf(body)) {
    const [timestamp, value, step, runId, ...dataset] = line.split(" ");
    if (runId === undefined || dataset.length === 1) throw malformed(key, line);
    yield {
      ...metricOf(key, line, [timestamp, value, step]),
      runId,
      // A name may have spaces, a digest has none.
      ...(dataset.length === 0
        ? {}
        : { dataset: { name: dataset.slice(0, -1).join(" "), digest: dataset.at(-1)! } }),
    };
  }
}

const pythonDoubles: Readonly<Record<string, number>> = {
  nan: NaN,
  inf: Infinity,
  "-inf": -Infinity,
};

function metricOf(
  key: string,
  line: string,
  [timestamp, value, step]: readonly string[],
): SourceMetric {
  const number = pythonDoubles[value] ?? (value?.trim() ? Number(value) : NaN);
  const isNumber = !Number.isNaN(number) || value === "nan";
  const areWhole = [timestamp, step].every((text) => /^-?\d{1,19}$/.test(text));
  if (!isNumber || !areWhole || !Number.isSafeInteger(Number(timestamp))) {
    throw malformed(key, line);
  }
  const exact = Number.isSafeInteger(Number(step)) ? Number(step) : BigInt(step);
  return { key, value: number, timestamp: Number(timestamp), step: exact };
}

function malformed(key: string, line: string): TypeError {
  return new TypeError(
    `Cannot read the metric "${key}": expected timestamp, value and step, got "${
      line.slice(0, 100)
    }"`,
  );
}

async function* linesOf(body: Bytes): AsyncGenerator<string> {
  let rest = "";
  for await (const chunk of body.pipeThrough(new TextDecoderStream())) {
    const lines = (rest + chunk).split("\n");
    rest = lines.pop()!;
    yield* lines.filter((line) => line !== "").map((line) => line.trimEnd());
  }
  if (rest !== "") yield rest.trimEnd();
}
