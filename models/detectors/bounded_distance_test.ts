import assert from "node:assert/strict";
import fc from "fast-check";
import { boundedDistance } from "./bounded_distance.ts";
import { squaredDistance } from "./squared_distance.ts";

const value = fc.double({ min: -10, max: 10, noNaN: true });
const pair = fc.integer({ min: 1, max: 9 }).chain((width) =>
  fc.record({
    width: fc.constant(width),
    a: fc.array(value, { minLength: 3 * width, maxLength: 3 * width }),
    b: fc.array(value, { minLength: 2 * width, maxLength: 2 * width }),
    bound: fc.double({ min: 0, max: 1000, noNaN: true }),
  })
);

Deno.test("boundedDistance() is the squared distance to the last bit, or above the bound with it", () => {
  fc.assert(fc.property(pair, ({ width, a, b, bound }) => {
    const [one, other] = [Float64Array.from(a), Float64Array.from(b)];
    const exact = squaredDistance(one, 2, other, 1, width);
    const bounded = boundedDistance(one, 2 * width, other, width, width, bound);
    if (exact <= bound) assert.equal(bounded, exact);
    else assert.ok(bounded > bound && bounded <= exact, `${bounded} for ${exact} over ${bound}`);
    assert.equal(boundedDistance(one, 2 * width, other, width, width, Infinity), exact);
  }));
});
