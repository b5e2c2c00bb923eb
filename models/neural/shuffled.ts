/** An order drawn anew. */

/**
 * The same numbers in an order drawn evenly from all orders (Fisher and Yates).
 *
 * @param draw Uniform numbers in [0, 1).
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual([...shuffled(Uint32Array.of(1, 2, 3), () => 0)], [2, 3, 1]);
 * ```
 */
export function shuffled(numbers: Uint32Array, draw: () => number): Uint32Array {
  const order = numbers.slice();
  for (let last = order.length - 1; last > 0; last--) {
    const at = Math.floor(draw() * (last + 1));
    [order[at], order[last]] = [order[last], order[at]];
  }
  return order;
}
