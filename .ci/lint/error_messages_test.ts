import assert from "node:assert/strict";
import { errorMessages } from "./error_messages.ts";
import { ruleMessages } from "./rule_messages.ts";

Deno.test("errorMessages refuses a small first letter", () => {
  assert.deepEqual(
    ruleMessages(errorMessages, "data/x.ts", `throw new RangeError("bad value");`),
    [`Start the message "bad value" with a capital`],
  );
});

Deno.test("errorMessages refuses a period at the end, of templates too", () => {
  assert.deepEqual(
    ruleMessages(errorMessages, "data/x.ts", "throw new RangeError(`Cannot read ${path}.`);"),
    ['End the message "Cannot read ${path}." without a period'],
  );
});

Deno.test("errorMessages lets messages of the form and computed messages pass", () => {
  const source = "if (a) throw new RangeError(`Cannot read ${path}`); throw new Error(text);";
  assert.deepEqual(ruleMessages(errorMessages, "data/x.ts", source), []);
});
