import assert from "node:assert/strict";
import { freshPoint, pointOf } from "./fresh_point.ts";

Deno.test("freshPoint() passes over points that are known, whatever the order of their names", () => {
  const drawn = [{ a: 1, b: "x" }, { a: 2, b: "x" }].values();
  const point = freshPoint(() => drawn.next().value!, [{ b: "x", a: 1 }]);
  assert.deepEqual(point, { a: 2, b: "x" });
});

Deno.test("freshPoint() gives up where there is nothing but known points", () => {
  let draws = 0;
  assert.deepEqual(freshPoint(() => (draws++, { a: 1 }), [{ a: 1 }]), { a: 1 });
  assert.equal(draws, 30);
});

Deno.test("pointOf() asks once for each parameter, in order", () => {
  const asked: string[] = [];
  const point = pointOf([
    { name: "b", kind: "choice", values: ["x"] },
    { name: "a", kind: "whole", low: 0, high: 1 },
  ], ({ name }) => (asked.push(name), asked.length));
  assert.deepEqual([asked, point], [["b", "a"], { b: 1, a: 2 }]);
});
