import assert from "node:assert/strict";
import { jsonDepth } from "./json_depth.ts";

Deno.test("jsonDepth() counts open lists and objects, and none within texts", () => {
  const depths: [string, number][] = [
    ["", 0],
    ["7", 0],
    ['"[{"', 0],
    ["[]", 1],
    ["[][]", 1],
    ['{"a":{"b":[]},"c":[[]]}', 3],
    [String.raw`["\"[[[", "\\", [1]]`, 2],
    ["]]][[", 0],
    [`${"[".repeat(20_000)}${"]".repeat(20_000)}`, 20_000],
  ];
  for (const [json, depth] of depths) assert.equal(jsonDepth(json), depth, json.slice(0, 40));
});
