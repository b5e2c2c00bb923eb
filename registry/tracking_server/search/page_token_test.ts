import assert from "node:assert/strict";
import { pageToken, tokenOffset } from "./page_token.ts";

Deno.test("pageToken() and tokenOffset() are MLflow's", () => {
  // base64.b64encode(json.dumps({"offset": 2}).encode())
  assert.equal(pageToken(2), "eyJvZmZzZXQiOiAyfQ==");
  assert.equal(tokenOffset("eyJvZmZzZXQiOiAyfQ=="), 2);
  assert.equal(tokenOffset(pageToken(0)), 0);
  assert.equal(tokenOffset(btoa('{"offset": "7"}')), 7);
});

Deno.test("tokenOffset() refuses in the words of SearchUtils", () => {
  for (
    const [token, what] of [
      ["abc", "could not base64-decode"],
      ["abcd", "decoded value=b'i\\xb7\\x1d'"],
      [btoa("not json"), "decoded value=b'not json'"],
      [btoa("{}"), "parsed value={}"],
      [btoa('{"offset": 0}'), "parsed value={'offset': 0}"],
      [btoa('{"offset": "x"}'), "not stringable x"],
    ]
  ) assert.throws(() => tokenOffset(token), { message: `Invalid page token, ${what}` });
});
