import assert from "node:assert/strict";
import { stylesheetResponse } from "./stylesheet.ts";

Deno.test("stylesheetResponse() sends the file with its tag, and nothing to who has it", async () => {
  const sent = stylesheetResponse(undefined);
  const file = await Deno.readTextFile(new URL("style.css", import.meta.url));
  assert.equal(await sent.text(), file);
  assert.equal(sent.headers.get("content-type"), "text/css; charset=utf-8");
  const tag = sent.headers.get("etag") ?? "";
  for (const known of [tag, `"other", W/${tag}`, "*"]) {
    const again = stylesheetResponse(known);
    assert.deepEqual([again.status, await again.text()], [304, ""]);
    assert.equal(again.headers.get("etag"), tag);
  }
  assert.equal(stylesheetResponse('"other"').status, 200);
});
