import assert from "node:assert/strict";
import { openOffPath } from "./off_path.ts";

Deno.test("openOffPath() works on one piece after another and leaves out what is too much", async () => {
  const done: number[] = [];
  const { promise: opened, resolve: open } = Promise.withResolvers<void>();
  await using offPath = openOffPath((error) => assert.fail(String(error)));
  for (let i = 0; i < 40; i++) {
    offPath.later(async () => {
      await opened;
      done.push(i);
    });
  }
  // One is under way and 32 wait.
  assert.equal(offPath.leftOut(), 7);
  open();
  await offPath.idle();
  assert.deepEqual(done, Array.from({ length: 33 }, (_, i) => i));
});

Deno.test("openOffPath() tells of a failure and goes on", async () => {
  const told: unknown[] = [];
  const failure = new Error("no model");
  await using offPath = openOffPath((error) => void told.push(error));
  let done = false;
  offPath.later(() => Promise.reject(failure));
  offPath.later(() => Promise.resolve(void (done = true)));
  await offPath.idle();
  assert.deepEqual([told, done], [[failure], true]);
});

Deno.test("openOffPath() begins nothing once it is disposed of", async () => {
  const done: string[] = [];
  const offPath = openOffPath((error) => assert.fail(String(error)));
  offPath.later(() => Promise.resolve(void done.push("under way")));
  offPath.later(() => Promise.resolve(void done.push("waiting")));
  await offPath[Symbol.asyncDispose]();
  offPath.later(() => Promise.resolve(void done.push("late")));
  await offPath.idle();
  assert.deepEqual([done, offPath.leftOut()], [["under way"], 2]);
});
