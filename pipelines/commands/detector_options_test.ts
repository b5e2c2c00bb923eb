import assert from "node:assert/strict";
import { detectors, matrix } from "../../models/mod.ts";
import { startBackend } from "../../models/neural/mod.ts";
import { chosenDetectors, needsGraphics } from "./detector_options.ts";

Deno.test("chosenDetectors() takes all where none is named, and the named in their order", () => {
  assert.deepEqual(
    chosenDetectors({ detectors: undefined, backend: "wasm" }).map(({ name }) => name),
    Object.keys(detectors),
  );
  const named = chosenDetectors({ detectors: " z_score,iqr,z_score", backend: "wasm" });
  assert.deepEqual(named.map(({ name }) => name), ["z_score", "iqr"]);
});

Deno.test("chosenDetectors() shows the name it does not know", () => {
  assert.throws(() => chosenDetectors({ detectors: "iqr,oracle", backend: "wasm" }), {
    name: "UsageError",
    message: /^Cannot read --detectors: expected names among z_score, .*, got "oracle"$/,
  });
});

Deno.test("chosenDetectors() refuses a backend that is none", () => {
  assert.throws(() => chosenDetectors({ detectors: "iqr", backend: "cpu" }), {
    name: "UsageError",
    message: 'Cannot read --backend: expected one of wasm, webgpu, got "cpu"',
  });
});

/** Whether a factory takes a backend: one that does refuses what is none. */
function takesBackend(create: (options: never) => unknown): boolean {
  try {
    create({ backend: "cpu" } as never);
    return false;
  } catch (error) {
    return /backend must be/.test(String(error));
  }
}

for (const [name, create] of Object.entries(detectors)) {
  Deno.test(`needsGraphics() knows whether ${name} trains on a backend`, () => {
    assert.equal(needsGraphics({ detectors: name, backend: "webgpu" }), takesBackend(create));
    assert.ok(!needsGraphics({ detectors: name, backend: "wasm" }));
  });
}

Deno.test("chosenDetectors() lets networks train on the backend that is named", async () => {
  // A process keeps to its backend, so this one refuses the other on any machine.
  await startBackend("wasm");
  const chosen = chosenDetectors({ detectors: "autoencoder,lstm,transformer", backend: "webgpu" });
  for (const network of chosen) {
    await assert.rejects(
      async () => await network.fit(matrix(["a", "b"], [1, 2, 3, 4]), { seed: 1 }),
      {
        message: "Cannot train on webgpu: expected the backend of this process, wasm",
      },
      network.name,
    );
  }
  assert.equal(chosen.length, 3);
});
