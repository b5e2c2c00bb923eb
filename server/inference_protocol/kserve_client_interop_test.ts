import assert from "node:assert/strict";
import { matrix } from "../../models/mod.ts";
import { scriptOutput } from "../../registry/python_script_fixture.ts";
import { createApp } from "../app.ts";
import { hostelDeps } from "../hostel_deps_fixture.ts";

const python = Deno.env.get("WATTBOOK_KSERVE_PYTHON") ?? "python3";
const ROWS = [[0, 7], [1.5, 8], [-40, 23], [1000, 0]];

Deno.test("KServe's client from PyPI asks whether all is ready, and gets the model's own scores", async () => {
  await using deps = await hostelDeps();
  const { model } = deps;
  const server = Deno.serve(
    { port: 0, hostname: "127.0.0.1", onListen() {} },
    createApp(deps).fetch,
  );
  const url = `http://127.0.0.1:${server.addr.port}`;
  const script = new URL("kserve_client.py", import.meta.url);
  const answers = JSON.parse(
    await scriptOutput(python, script, url, model.name, JSON.stringify(ROWS)),
  );
  await server.shutdown();

  const own = await model.session.score(matrix(model.columns, Float32Array.from(ROWS.flat())));
  const members = model.session.members.length;
  const outputs = {
    score: Array.from(own.score, (score) => [score]),
    label: Array.from(own.label, (label) => [label]),
    member_scores: ROWS.map((_, row) => [
      ...own.memberScores.slice(row * members, (row + 1) * members),
    ]),
  };
  assert.deepEqual(answers, {
    live: true,
    ready: true,
    model_ready: true,
    nothing_ready: false,
    binary_False: outputs,
    binary_True: outputs,
    refusals: [400, 404],
  });
  assert.deepEqual(deps.failures, []);
});
