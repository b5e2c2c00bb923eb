import assert from "node:assert/strict";
import { dealOut, splitBody } from "./binary_body.ts";

const bytes = Uint8Array.of(1, 2, 3, 4);

Deno.test("splitBody() takes a body without the header for JSON", () => {
  assert.deepEqual(splitBody(bytes, undefined), { json: bytes, binary: new Uint8Array(0) });
});

Deno.test("splitBody() refuses what is no length within the body", () => {
  assert.equal(splitBody(bytes, "4").binary.length, 0);
  for (const header of ["5", "-1", "1.5", "", "0x1", "9".repeat(400)]) {
    assert.throws(() => splitBody(bytes, header), {
      status: 400,
      message: /^Cannot read Inference-Header-Content-Length: expected .* the body's 4 bytes, got/,
    });
  }
});

Deno.test("dealOut() refuses sizes that are none and those that do not add up", () => {
  for (const size of [5, -1, 0.5, "4", null]) {
    assert.throws(() => dealOut(bytes, [size]), {
      message:
        /^Cannot read inputs\[0\]\.parameters\.binary_data_size: expected at most the 4 bytes/,
    });
  }
  assert.throws(() => dealOut(bytes, [2, 3]), {
    message: /^Cannot read inputs\[1\].* the 2 bytes/,
  });
  assert.throws(() => dealOut(bytes, [1, 2]), {
    message: "Cannot read the binary data: expected 3 bytes as the inputs say, got 4",
  });
});
