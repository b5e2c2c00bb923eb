import assert from "node:assert/strict";
import { LIMIT_DISPLAYS } from "./display_limit.ts";

Deno.test("LIMIT_DISPLAYS leaves the options of a display and media given raw as they are", async () => {
  const heard: unknown[] = [];
  const $display = Symbol();
  const jupyter = {
    $display,
    display: async (value: { [$display](): Promise<unknown> }, options: unknown) =>
      heard.push([await value[$display](), options]),
  };
  const internals = {
    jupyter: {
      broadcastResult: (count: number, result: unknown) => heard.push([count, result]),
      formatInner: (value: unknown, raw: boolean) => Promise.resolve(raw ? value : { seen: value }),
    },
  };
  new Function("Deno", LIMIT_DISPLAYS)({ jupyter, internal: "internals", internals });
  const display = jupyter.display as (value: unknown, options?: unknown) => Promise<unknown>;
  await display(7);
  await display({ "text/plain": "a" }, { raw: true, display_id: "d", update: true });
  internals.jupyter.broadcastResult(3, undefined);
  assert.deepEqual(heard, [
    [{ seen: 7 }, { raw: false }],
    [{ "text/plain": "a" }, { raw: false, display_id: "d", update: true }],
    [3, undefined],
  ]);
});
