import assert from "node:assert/strict";
import { parseConfig } from "../pipelines/mod.ts";
import { withEmptyHome } from "./empty_home.ts";

Deno.test("withEmptyHome() keeps runs from this machine's home and from a tracking server", async () => {
  const ours = { WATTBOOK_HOME: "/ours", MLFLOW_TRACKING_URI: "https://example.org" };
  await withEmptyHome(async (env) => {
    const { home, tracking } = parseConfig({ ...ours, ...env });
    assert.equal(home, env.WATTBOOK_HOME);
    assert.equal(tracking, undefined);
    assert.deepEqual(await Array.fromAsync(Deno.readDir(home)), []);
  });
});

Deno.test("withEmptyHome() leaves nothing, even where the run fails", async () => {
  let home = "";
  await assert.rejects(
    withEmptyHome((env) => {
      home = env.WATTBOOK_HOME;
      return Promise.reject(new Error("Failed"));
    }),
    { message: "Failed" },
  );
  await assert.rejects(Deno.stat(home), Deno.errors.NotFound);
});
