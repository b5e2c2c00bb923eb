import assert from "node:assert/strict";
import { MlflowError } from "../client/mod.ts";
import { noted, openLedger } from "./import_ledger.ts";
import { Unreadable } from "./run_source.ts";

Deno.test("noted() goes on after what is unreadable or refused, and says where", async () => {
  const ledger = openLedger();
  const failures = [
    new Unreadable("run r", "Cannot read it"),
    new Unreadable("a.txt", "Cannot verify a copy"),
    new MlflowError("INVALID_PARAMETER_VALUE", 400, "too long"),
    new RangeError("Cannot use an artifact path"),
  ];
  for (const failure of failures) {
    assert.equal(await noted(ledger, "run r", () => Promise.reject(failure)), false);
  }
  assert.equal(await noted(ledger, "run r", () => Promise.resolve()), true);
  assert.deepEqual(ledger.problems, [
    { place: "run r", reason: "Cannot read it" },
    { place: "run r: a.txt", reason: "Cannot verify a copy" },
    { place: "run r", reason: "too long" },
    { place: "run r", reason: "Cannot use an artifact path" },
  ]);
});

Deno.test("noted() does not go on without a server, a login or a disk", async () => {
  const failures = [
    new TypeError("Cannot reach the tracking server"),
    new MlflowError("UNAUTHENTICATED", 401, "no"),
    new MlflowError("INTERNAL_ERROR", 500, "no"),
    new Deno.errors.PermissionDenied("no"),
    new DOMException("stop", "AbortError"),
  ];
  for (const failure of failures) {
    await assert.rejects(noted(openLedger(), "run r", () => Promise.reject(failure)), failure);
  }
});
