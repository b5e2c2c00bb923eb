/** The check of the rows a map to probabilities is learnt of. */

/**
 * Counts the anomalous rows.
 *
 * @throws {RangeError} When a class is absent.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(requireClasses(Uint8Array.of(0, 1, 0)), 1);
 * ```
 */
export function requireClasses(labels: Uint8Array): number {
  const anomalous = labels.reduce((sum, label) => sum + label, 0);
  if (anomalous === 0 || anomalous === labels.length) {
    throw new RangeError(
      "Cannot learn probabilities: expected labels of both classes, " +
        `got ${anomalous} anomalous of ${labels.length}`,
    );
  }
  return anomalous;
}

/**
 * Says that a map would not tell the classes apart.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.match(notRising().message, /do not score higher/);
 * ```
 */
export function notRising(): RangeError {
  return new RangeError("Cannot learn probabilities as anomalous rows do not score higher");
}
