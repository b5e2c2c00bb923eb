import assert from "node:assert/strict";
import { aliasMarks, deletedMark, statusMark } from "./marks.ts";

Deno.test("statusMark() has a word for each state of MLflow, and shows an unknown one as it is", () => {
  const words = [
    ...["RUNNING", "SCHEDULED", "FINISHED", "FAILED", "KILLED"],
    ...["LOGGED_MODEL_PENDING", "LOGGED_MODEL_READY", "LOGGED_MODEL_UPLOAD_FAILED"],
    "constructor",
  ]
    .map((status) => String(statusMark(status)).replace(/<[^>]+>/g, ""));
  assert.deepEqual(words, [
    "Running",
    "Scheduled",
    "Finished",
    "Failed",
    "Killed",
    "Pending",
    "Ready",
    "Upload failed",
    "constructor",
  ]);
});

Deno.test("deletedMark() and aliasMarks() are silent where there is nothing to tell", () => {
  assert.equal(String(deletedMark("active")), "");
  assert.equal(String(aliasMarks([])), "");
  assert.match(String(aliasMarks(["<a>"])), />@&lt;a&gt;</);
});
