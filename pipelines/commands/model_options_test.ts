import assert from "node:assert/strict";
import { parseModelUri } from "../../registry/mod.ts";
import { parseCommand } from "../command.ts";
import { MODEL_OPTIONS } from "./model_options.ts";

Deno.test("MODEL_OPTIONS default to the champion on the Cambridge buildings", () => {
  const { options } = parseCommand({ name: "score", summary: "", options: MODEL_OPTIONS }, []);
  assert.equal(options.dataset, "cambridge-estates");
  assert.deepEqual(parseModelUri(options.model), { name: "energy-anomaly", alias: "champion" });
});
