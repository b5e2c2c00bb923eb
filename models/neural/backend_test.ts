import assert from "node:assert/strict";
import process from "node:process";
import * as tf from "@tensorflow/tfjs";
import { getThreadsCount } from "@tensorflow/tfjs-backend-wasm";
import { startBackend } from "./backend.ts";

const EVENTS = ["uncaughtException", "unhandledRejection"];

Deno.test("startBackend() starts one backend for all who ask, and leaves no listener behind", async () => {
  const before = EVENTS.map((event) => process.listenerCount(event));
  await Promise.all([startBackend("wasm"), startBackend("wasm")]);
  assert.equal(tf.getBackend(), "wasm");
  assert.deepEqual(EVENTS.map((event) => process.listenerCount(event)), before);
});

Deno.test("startBackend() keeps a process to the backend it started with", async () => {
  await startBackend("wasm");
  await assert.rejects(startBackend("webgpu"), {
    name: "Error",
    message: "Cannot train on webgpu: expected the backend of this process, wasm",
  });
  assert.equal(tf.getBackend(), "wasm");
});

Deno.test("startBackend() computes by the SIMD build in one thread", async () => {
  await startBackend("wasm");
  assert.equal(getThreadsCount(), 1);
  assert.equal(await tf.env().getAsync("WASM_HAS_SIMD_SUPPORT"), true);
  assert.equal(await tf.env().getAsync("WASM_HAS_MULTITHREAD_SUPPORT"), false);
});

Deno.test("startBackend() finds its binary in the package, without a network", async () => {
  const entry = new URL("./backend.ts", import.meta.url).href;
  const program = `await (await import(${JSON.stringify(entry)})).startBackend("wasm");`;
  const child = new Deno.Command(Deno.execPath(), {
    args: ["run", "--no-prompt", "--allow-read", "--allow-env", "--allow-sys", "-"],
    cwd: new URL("../..", import.meta.url),
    stdin: "piped",
    stdout: "null",
    stderr: "piped",
  }).spawn();
  await new Response(program).body?.pipeTo(child.stdin);
  const { success, stderr } = await child.output();
  assert.ok(success, new TextDecoder().decode(stderr));
});
