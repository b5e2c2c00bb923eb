import assert from "node:assert/strict";
import { parseCommand } from "../command.ts";
import { MOVE_OPTIONS } from "./promotion_options.ts";

Deno.test("MOVE_OPTIONS move the champion of the model that train registers", () => {
  const { options } = parseCommand({ name: "x", summary: "X", options: MOVE_OPTIONS }, []);
  assert.deepEqual(options, {
    model: "energy-anomaly",
    alias: "champion",
    by: "the command line",
  });
});
