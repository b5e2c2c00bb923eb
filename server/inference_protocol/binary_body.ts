/** The binary tensor data extension: JSON, then the bytes of tensors one after another. */
import { badField, RequestError } from "../request_error.ts";
import { shown } from "../scoring_protocol/cell.ts";

/** The header that tells where the JSON ends. */
export const HEADER_LENGTH = "Inference-Header-Content-Length";

/** A body in its two parts. */
export interface SplitBody {
  readonly json: Uint8Array;
  /** Empty where the body is JSON alone. */
  readonly binary: Uint8Array;
}

/**
 * Parts a body at the length that its header tells.
 *
 * @param header Value of {@linkcode HEADER_LENGTH}; undefined where the body is JSON alone.
 * @throws {RequestError} 400 when the header is no length within the body.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const { json, binary } = splitBody(Uint8Array.of(123, 125, 7), "2");
 * assert.deepEqual([json, binary], [Uint8Array.of(123, 125), Uint8Array.of(7)]);
 * ```
 */
export function splitBody(bytes: Uint8Array, header: string | undefined): SplitBody {
  if (header === undefined) return { json: bytes, binary: new Uint8Array(0) };
  const length = /^\d{1,15}$/.test(header) ? Number(header) : Infinity;
  if (length > bytes.length) {
    throw new RequestError(
      400,
      `Cannot read ${HEADER_LENGTH}: expected a length of at most the body's ${bytes.length} bytes, got ${
        shown(header)
      }`,
    );
  }
  return { json: bytes.subarray(0, length), binary: bytes.subarray(length) };
}

/**
 * Deals out the binary part of a body to tensors, in their order.
 *
 * @param sizes Each tensor's `binary_data_size`; undefined where its data are JSON.
 * @returns The bytes of each tensor; undefined where it has none.
 * @throws {RequestError} 400 when a size is no length, or the sizes do not add up to the part.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(dealOut(Uint8Array.of(1, 2, 3), [2, undefined, 1]), [
 *   Uint8Array.of(1, 2),
 *   undefined,
 *   Uint8Array.of(3),
 * ]);
 * ```
 */
export function dealOut(
  binary: Uint8Array,
  sizes: readonly unknown[],
): (Uint8Array | undefined)[] {
  let at = 0;
  const parts = sizes.map((size, i) => {
    if (size === undefined) return undefined;
    const left = binary.length - at;
    if (typeof size !== "number" || !Number.isInteger(size) || size < 0 || size > left) {
      const field = `inputs[${i}].parameters.binary_data_size`;
      throw badField(field, `expected at most the ${left} bytes that are left, got ${shown(size)}`);
    }
    at += size;
    return binary.subarray(at - size, at);
  });
  if (at < binary.length) {
    throw new RequestError(
      400,
      `Cannot read the binary data: expected ${at} bytes as the inputs say, got ${binary.length}`,
    );
  }
  return parts;
}
