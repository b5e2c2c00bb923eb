import assert from "node:assert/strict";
import { join } from "node:path";
import { parsePythonJson } from "./client/python_json.ts";
import { createClient, downloadArtifact, readHistory, resolveModelUri } from "./mod.ts";
import { withModelServer } from "./model_server_fixture.ts";
import { scriptOutput } from "./python_script_fixture.ts";
import { type RegisteredPackage, registerPackage } from "./registered_package_fixture.ts";
import { trackingServers } from "./tracking_server_fixture.ts";

const python = Deno.env.get("WATTBOOK_INTEROP_PYTHON") ?? "python3";
const path = Deno.env.get("PATH") ?? "";

// By hand: the sigmoid of the mean of (1, 3), of (-30, 23) and of (0.5, 13); a missing value has none.
const scores = [[1, 3, 2], [-30, 23, -3.5], [0.5, 13, 6.75]].map(([change, hour, mean]) => ({
  change,
  hour,
  score: 1 / (1 + Math.exp(-mean)),
}));

interface Scored {
  readonly score: number | "NaN";
  readonly label: number;
}

function script(name: string): URL {
  return new URL(name, import.meta.url);
}

async function checkServed(address: string, example: string): Promise<void> {
  const invoke = (json: string) =>
    fetch(`${address}/invocations`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: json,
    });
  const scored = async (json: string): Promise<Scored[]> => {
    const answer = await invoke(json);
    assert.equal(answer.status, 200, await answer.clone().text());
    // MLflow writes a score that is missing as a bare NaN.
    return (parsePythonJson(await answer.text()) as { predictions: Scored[] }).predictions;
  };
  // Columns out of order, as a client may send them.
  const split = {
    columns: ["hour", "change_1h"],
    data: scores.map((row) => [row.hour, row.change]),
  };
  const found = await scored(JSON.stringify({ dataframe_split: split }));
  for (const [i, { score, label }] of found.entries()) {
    assert.ok(Math.abs(Number(score) - scores[i].score) < 1e-6, `${score} ${scores[i].score}`);
    assert.equal(label, scores[i].score >= 0.5 ? 1 : 0);
  }
  const [first, missing] = await scored(example);
  assert.ok(Math.abs(Number(first.score) - scores[2].score) < 1e-6);
  assert.equal(missing.score, "NaN");

  const refused = await invoke(JSON.stringify({
    dataframe_split: { columns: ["hour", "load"], data: [[1, 2]] },
  }));
  assert.equal(refused.status, 400);
  assert.match((await refused.json()).message, /Model is missing inputs \['change_1h'\]/);
  const text = await invoke(JSON.stringify({
    dataframe_split: { columns: ["hour", "change_1h"], data: [["noon", 1]] },
  }));
  assert.equal(text.status, 400);
  assert.match((await text.json()).message, /Failed to convert column hour to type 'float64'/);
}

for (const [name, withServer] of Object.entries(trackingServers)) {
  Deno.test(`MLflow loads, checks and serves a package of ${name}`, async (test) => {
    const home = await Deno.makeTempDir();
    const file = join(home, "model.onnx");
    await scriptOutput(python, script("interop_model.py"), file);
    const onnx = await Deno.readFile(file);
    await withServer({ home, python, now: Date.now }, async (baseUrl) => {
      const client = createClient({ baseUrl });
      const made: RegisteredPackage = await registerPackage(client, onnx);
      const read = async (path: string) => await downloadArtifact(client, made.artifactUri, path);

      await test.step("the alias leads to the package", async () => {
        const champion = await resolveModelUri(client, made.modelUri);
        assert.equal(champion.artifactUri, made.artifactUri);
        assert.deepEqual(champion.version?.aliases, ["champion"]);
        const { moves } = await readHistory(client, "energy-anomaly");
        assert.deepEqual(moves.map(({ to, happened }) => [to, happened]), [["1", true]]);
        assert.deepEqual(await read("model.onnx"), onnx);
      });
      await test.step("mlflow.pyfunc and mlflow.onnx score as onnxruntime does", async () => {
        const output = await scriptOutput(
          python,
          script("interop_predict.py"),
          ...[baseUrl, file, made.modelUri],
        );
        const [first, missing, last] = JSON.parse(output);
        assert.ok(Math.abs(first - scores[0].score) < 1e-6);
        assert.equal(missing, -1);
        assert.ok(Math.abs(last - scores[1].score) < 1e-6);
      });
      await test.step("mlflow models serve answers over HTTP, and holds to the signature", async () => {
        const example = new TextDecoder().decode(await read("serving_input_example.json"));
        const env = { MLFLOW_TRACKING_URI: baseUrl };
        await withModelServer(
          { python, path, modelUri: made.modelUri, env },
          (address) => checkServed(address, example),
        );
      });
    });
    await Deno.remove(home, { recursive: true });
  });
}
