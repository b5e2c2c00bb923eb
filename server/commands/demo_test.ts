import assert from "node:assert/strict";
import { detectors, floors } from "../../models/mod.ts";

const MAIN = new URL("../main.ts", import.meta.url).pathname;

Deno.test("deno task demo --once runs the whole loop on the simulated hostel where the origin is out of reach", async () => {
  const home = await Deno.makeTempDir();
  const permissions = ["read", "write", "env", "ffi", "sys", "net=127.0.0.1"];
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      ...permissions.map((kind) => `--allow-${kind}`),
      MAIN,
      "demo",
      "--once",
      "--json",
    ],
    env: { WATTBOOK_HOME: home, WATTBOOK_PORT: "0", WATTBOOK_DATA_MIRROR: `${home}/none` },
  }).output();
  const told = new TextDecoder().decode(stderr);
  assert.equal(code, 0, told);
  assert.match(
    told,
    /either set WATTBOOK_DATA_MIRROR=.* or connect to raw\.githubusercontent\.com/,
  );
  assert.match(told, /Going on with a simulated hostel instead of real meters/);

  const result = JSON.parse(new TextDecoder().decode(stdout).trimEnd().split("\n").at(-1) ?? "");
  assert.deepEqual(
    [result.dataset, result.source, result.meters, result.features, result.version, result.alias],
    ["synthetic-hostel", "synthetic", 24, 34, "1", "champion"],
  );
  assert.equal(result.scored_rows, result.rows);
  assert.deepEqual(Object.keys(result.detectors), Object.keys(detectors));
  assert.deepEqual(Object.keys(result.floors), Object.keys(floors));
  assert.ok(result.parity_max_abs_diff <= 1e-6);
  assert.deepEqual([result.self_check.hours, result.self_check.scoreMaxAbsDiff], [200, 0]);
  assert.ok(result.events > 0);
  // Nothing changes in the simulated hostel after training.
  assert.deepEqual([result.drift.features, result.drift.drifted], [34, 0]);
  await Deno.remove(home, { recursive: true });
});
