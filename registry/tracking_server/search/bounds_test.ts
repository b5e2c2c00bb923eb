import assert from "node:assert/strict";
import { requireWithin, searchBounds } from "./bounds.ts";

Deno.test("requireWithin() takes what is at the bound and refuses one more", () => {
  for (const [what, most] of Object.entries(searchBounds)) {
    const name = what as keyof typeof searchBounds;
    requireWithin(name, 0);
    requireWithin(name, most);
    assert.throws(() => requireWithin(name, most + 1), {
      errorCode: "INVALID_PARAMETER_VALUE",
      message: `Cannot search: expected at most ${most} ${what}, got ${most + 1}`,
    });
  }
});
