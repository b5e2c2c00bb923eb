import assert from "node:assert/strict";
import { readRecording, recordingText } from "./recording.ts";

Deno.test("readRecording() inverts recordingText(), every int64 exactly", () => {
  const answers = [
    { name: "a", status: 200, json: { step: 9223372036854775807n } },
    { name: "b", status: 404, text: "two\nlines" },
  ];
  const text = recordingText(answers);
  assert.equal(text.split("\n").length, 3);
  assert.deepEqual(readRecording(text), answers);
});
