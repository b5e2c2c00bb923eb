import assert from "node:assert/strict";
import { measureParts } from "./spans.ts";

Deno.test("measureParts() adds up parts that run again, failed ones too", async () => {
  let clock = 0;
  const parts = measureParts(() => clock);
  await parts.run("features", () => clock += 3);
  await parts.run("features", () => Promise.resolve(clock += 4));
  const failure = new RangeError("no");
  await assert.rejects(
    parts.run("run", () => {
      clock += 2;
      throw failure;
    }),
    failure,
  );
  assert.deepEqual(parts.times(), { features: 7, run: 2 });
});

Deno.test("measureParts() makes spans of their names where Deno is asked for traces", async () => {
  const program = `
    const { measureParts } = await import(${JSON.stringify(import.meta.resolve("./spans.ts"))});
    const parts = measureParts(() => 0);
    await parts.run("decode", () => parts.run("run", () => 1, { rows: 7 }));`;
  const { stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["eval", program],
    env: { OTEL_DENO: "true", OTEL_EXPORTER_OTLP_PROTOCOL: "console", NO_COLOR: "1" },
  }).output();
  const text = new TextDecoder().decode(stdout) + new TextDecoder().decode(stderr);
  const spans = [...text.matchAll(/^SPAN (\S+) \[([0-9a-f]+)\/([0-9a-f]+)\]/gm)];
  assert.deepEqual(spans.map(([, name]) => name), ["run", "decode"]);
  assert.equal(spans[0][2], spans[1][2]);
  assert.match(text, /rows: 7/);
});
