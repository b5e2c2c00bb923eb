import assert from "node:assert/strict";
import { JUPYTER_DISPLAY, standaloneSvg } from "./display.ts";

Deno.test("JUPYTER_DISPLAY is the symbol that the Deno kernel looks up", () => {
  assert.equal(JUPYTER_DISPLAY, Symbol.for("Jupyter.display"));
});

Deno.test("standaloneSvg() gives ink and paper to the outer element only", () => {
  assert.equal(
    standaloneSvg('<svg width="9"><svg/></svg>'),
    '<svg style="background:#fff;color:#1f2328" width="9"><svg/></svg>',
  );
});
