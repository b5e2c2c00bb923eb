import assert from "node:assert/strict";
import { corpora } from "./corpus/mod.ts";
import { record } from "./record.ts";

Deno.test("record() sends the corpora in their order, to the address", async () => {
  const text = "0".repeat(20);
  const every = { experiment_id: text, run: { info: { run_id: text, run_name: text } } };
  const more = { model: { info: { model_id: text, name: text } }, next_page_token: text };
  const answers = await record("http://localhost:1", ({ url }) => {
    assert.match(url, /^http:\/\/localhost:1\//);
    return Response.json({ ...every, ...more });
  });
  assert.deepEqual(
    [...answers].map(([resource, list]) => [resource, list.length]),
    corpora.map(({ resource, exchanges }) => [resource, exchanges.length]),
  );
});
