import assert from "node:assert/strict";
import { fromZScoreState } from "../detectors/z_score.ts";
import { fromMeanState } from "../ensembles/combiners/mean.ts";
import { matrix, selectRows } from "../matrix.ts";
import { encodeModel } from "./encode.ts";
import { ensembleToOnnx } from "./ensemble.ts";
import { OnnxGraph } from "./graph.ts";
import { openSession } from "./session.ts";

const columns = ["kwh"];

/** The score is a tenth of |kwh| up to 0.95. */
const model = ensembleToOnnx(
  {
    columns,
    combiner: fromMeanState({ kind: "mean" }),
    members: [{
      name: "z_score",
      columns,
      detector: fromZScoreState({
        kind: "z_score",
        columns,
        scaler: { center: [0], inverse: [1], clip: 1e6 },
      }),
      calibration: { knots: [0, 9.5], values: [0, 0.95], width: 9.5 },
    }],
  },
  0.5,
  { version: "1" },
);

/** More rows than fit into two chunks. */
const many = matrix(columns, Float32Array.from({ length: 2500 }, (_, i) => (i % 101) / 10));

Deno.test("openSession() tells columns, members, threshold and metadata of the model", async () => {
  const session = await openSession(model);
  assert.deepEqual(session.columns, ["kwh"]);
  assert.deepEqual(session.members, ["z_score"]);
  assert.equal(session.threshold, 0.5);
  assert.deepEqual(session.metadata, { version: "1" });
  await session.close();
});

Deno.test("ScoringSession.score() gives score, label and member scores per row", async () => {
  const session = await openSession(model);
  const { score, label, memberScores } = await session.score(matrix(columns, [1, -5, NaN, 9]));
  await session.close();
  [0.1, 0.5, 0, 0.9].forEach((value, i) => assert.ok(Math.abs(score[i] - value) < 1e-7));
  assert.deepEqual([...label], [0, 1, 0, 1]);
  assert.deepEqual(memberScores, score);
});

Deno.test("ScoringSession.score() takes zero rows", async () => {
  const session = await openSession(model);
  const scores = await session.score(matrix(columns, []));
  await session.close();
  assert.deepEqual(scores, {
    score: new Float32Array(),
    label: new Uint8Array(),
    memberScores: new Float32Array(),
  });
});

Deno.test("ScoringSession.score() does not depend on how the rows are cut", async () => {
  const session = await openSession(model);
  const whole = await session.score(many);
  const pieces: number[] = [];
  for (const [start, end] of [[0, 1], [1, 1025], [1025, 2300], [2300, 2500]]) {
    const indices = Array.from({ length: end - start }, (_, i) => start + i);
    pieces.push(...(await session.score(selectRows(many, indices))).score);
  }
  await session.close();
  assert.deepEqual(pieces, [...whole.score]);
});

Deno.test("ScoringSession.score() does not depend on the number of threads", async () => {
  const one = await openSession(model);
  const two = await openSession(model, { threads: 2 });
  assert.deepEqual(await two.score(many), await one.score(many));
  await Promise.all([one.close(), two.close()]);
});

Deno.test("ScoringSession.score() reports progress up to 1 and stops when told", async () => {
  const session = await openSession(model);
  const fractions: number[] = [];
  await session.score(many, { onProgress: (fraction) => fractions.push(fraction) });
  assert.deepEqual(fractions, [0.4096, 0.8192, 1]);

  const controller = new AbortController();
  const stopped = session.score(many, {
    signal: controller.signal,
    onProgress: () => controller.abort(),
  });
  await assert.rejects(stopped, { name: "AbortError" });
  await session.close();
});

Deno.test("ScoringSession.score() refuses other columns and a closed session", async () => {
  const session = await openSession(model);
  await assert.rejects(session.score(matrix(["watt"], [1])), { name: "TypeError" });
  await session.close();
  await session.close();
  await assert.rejects(session.score(matrix(columns, [1])), {
    name: "Error",
    message: "Cannot score with a closed session",
  });
});

Deno.test("ScoringSession.close() lets scoring under way finish", async () => {
  const session = await openSession(model);
  const scoring = session.score(many);
  await session.close();
  assert.ok(Math.abs((await scoring).score[2499] - many.values[2499] / 10) < 1e-7);
});

Deno.test("openSession() refuses bytes that are not an ONNX model", async () => {
  await assert.rejects(openSession(new TextEncoder().encode("no model")), { name: "SyntaxError" });
  await assert.rejects(openSession(model.subarray(0, 200)), { name: "SyntaxError" });
});

Deno.test("openSession() refuses a graph the runtime cannot run", async () => {
  const graph = new OnnxGraph();
  const x = graph.input("features", "float32", ["N", 1]);
  graph.output(graph.node("NoSuchOperator", [x]), "float32", ["N", 1]);
  const metadata = { columns: '["kwh"]', members: '["iqr"]', threshold: "0.5" };
  const bytes = encodeModel(graph, metadata);
  await assert.rejects(openSession(bytes), {
    name: "SyntaxError",
    message: `Cannot load ${bytes.length} bytes as an ONNX model`,
  });
});

Deno.test("openSession() refuses a model with other inputs and outputs", async () => {
  const graph = new OnnxGraph();
  const x = graph.input("features", "float32", ["N", 1]);
  graph.output(graph.node("Abs", [x], {}, { output: "score" }), "float32", ["N", 1]);
  const metadata = { columns: '["kwh"]', members: '["iqr"]', threshold: "0.5" };
  await assert.rejects(openSession(encodeModel(graph, metadata)), {
    name: "SyntaxError",
    message: "Cannot score with this ONNX model as its inputs and outputs must be " +
      "features: float32[N, 1]; score: float32[N, 1]; label: int64[N, 1]; " +
      "member_scores: float32[N, 1]: current value is " +
      "features: float32[N, 1]; score: float32[N, 1]",
  });
});

Deno.test("openSession() refuses a number of threads that is not whole or below 1", async () => {
  for (const threads of [0, 1.5, NaN]) {
    await assert.rejects(openSession(model, { threads }), {
      name: "RangeError",
      message: "Cannot open a session as threads must be a whole number >= 1: " +
        `current value is ${threads}`,
    });
  }
});
