import assert from "node:assert/strict";
import { escapeMagic, unescapeMagic } from "./magics.ts";

Deno.test("escapeMagic() comments magics at any depth and leaves TypeScript alone", () => {
  const cases: [string, string][] = [
    ["%%html", "// %%html"],
    ["  %x y", "  // %x y"],
    ["//%x", "// //%x"],
    ["// // %x", "// // // %x"],
    ["%x // noescape", "%x // noescape"],
    ["  % total", "  % total"],
    ["const share = part %total;", "const share = part %total;"],
  ];
  for (const [line, escaped] of cases) {
    assert.equal(escapeMagic(line), escaped);
    assert.equal(unescapeMagic(escaped), line);
  }
});
