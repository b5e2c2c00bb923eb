import assert from "node:assert/strict";
import { readCheckRules } from "./check_rules.ts";

Deno.test("readCheckRules() compares exactly unless told otherwise", () => {
  assert.deepEqual(readCheckRules({}, {}), { tolerance: 0, sanitise: [] });
});

Deno.test("readCheckRules() lets a cell add to the notebook's rules", () => {
  const replacement = (pattern: string) => ({ pattern, replace: "x" });
  const rules = readCheckRules(
    { wattbook: { tolerance: 0.1, sanitise: [replacement("a")], parameters: { a: 1 } } },
    { wattbook: { tolerance: 0, sanitise: [replacement("b")], skip: "is random", timeout: 9 } },
  );
  assert.deepEqual(rules, {
    tolerance: 0,
    sanitise: [{ pattern: /a/gu, replace: "x" }, { pattern: /b/gu, replace: "x" }],
    skip: "is random",
  });
});

Deno.test("readCheckRules() names what it does not know or cannot use", () => {
  const cases: [unknown, RegExp][] = [
    [
      { tolerence: 1 },
      /^Cannot read the rules at "wattbook" of the cell's metadata: .*"tolerence"/,
    ],
    [{ tolerance: -1 }, /at "wattbook.tolerance" of the cell's/],
    [{ skip: true }, /at "wattbook.skip"/],
    [{ skip: "" }, /at "wattbook.skip"/],
    [
      { sanitise: [{ pattern: "(", replace: "" }] },
      /at "wattbook.sanitise.0.pattern" .*: Invalid reg/,
    ],
    [{ sanitise: [{ pattern: "a" }] }, /at "wattbook.sanitise.0.replace"/],
  ];
  for (const [wattbook, message] of cases) {
    assert.throws(() => readCheckRules({}, { wattbook }), { name: "TypeError", message });
  }
  assert.throws(() => readCheckRules({ wattbook: { skip: "all" } }, {}), {
    message: /of the notebook's metadata: .*"skip"/,
  });
});
