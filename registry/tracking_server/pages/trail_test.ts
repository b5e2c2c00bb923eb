import assert from "node:assert/strict";
import { trail } from "./trail.ts";

Deno.test("trail() links each step in its order, names escaped", async () => {
  const text = String(
    await trail([["experiments", {}, "All"], ["experiment", { id: "1" }, "<b>"]]),
  );
  assert.match(text, /<a href="experiments">All<\/a>.*<a href="experiment\?id=1">&lt;b&gt;<\/a>/);
});
