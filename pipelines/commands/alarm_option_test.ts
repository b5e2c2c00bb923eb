import assert from "node:assert/strict";
import { parseAlarms } from "./alarm_option.ts";

const EXPECTED = "Cannot read --alarms: expected whole numbers for least, window, hold, suppress " +
  "such as least=2,window=3,suppress=24, got ";

Deno.test("parseAlarms() reads the numbers in any order and knows the others", () => {
  assert.deepEqual(parseAlarms("suppress=24, window=6,hold=1,least=3"), {
    least: 3,
    window: 6,
    hold: 1,
    suppress: 24,
  });
  assert.deepEqual(parseAlarms("hold=2"), { least: 1, window: 1, hold: 2, suppress: 0 });
});

Deno.test("parseAlarms() refuses what is no rule", () => {
  const wrong = ["", "2/3/24", "least", "least=", "least=two", "least=-1", "least=1.5", "size=2"];
  for (const text of [...wrong, "least=1,least=2,window=3", "least=1,", "toString=1"]) {
    assert.throws(() => parseAlarms(text), {
      name: "UsageError",
      message: `${EXPECTED}"${text}"`,
    }, text);
  }
});

Deno.test("parseAlarms() says which number is out of its range", () => {
  assert.throws(() => parseAlarms("least=3,window=2"), (error) => {
    assert.ok(error instanceof Error && error.cause instanceof RangeError);
    assert.equal(error.message, `${EXPECTED}"least=3,window=2"`);
    assert.equal(
      error.cause.message,
      "Cannot aggregate alarms as window must be a whole number >= 3: current value is 2",
    );
    return true;
  });
});
