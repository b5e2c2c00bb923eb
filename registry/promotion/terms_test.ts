import assert from "node:assert/strict";
import { defaultTerms, judgedFigures, sameMargin } from "./terms.ts";

Deno.test("sameMargin() holds for every judged figure", () => {
  const margins = sameMargin(0.05);
  assert.deepEqual(Object.keys(margins), [...judgedFigures]);
  assert.deepEqual(judgedFigures.map((figure) => margins[figure]), [0.05, 0.05, 0.05, 0.05]);
});

Deno.test("defaultTerms declare nothing", () => {
  const { signatureMayChange, dataMayDiffer } = defaultTerms;
  assert.deepEqual([signatureMayChange, dataMayDiffer], [false, false]);
});
