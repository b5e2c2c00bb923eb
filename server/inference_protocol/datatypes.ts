/** The element types of tensors that hold numbers, in the words of the Open Inference Protocol. */

/** How values of a type are read. */
export interface Datatype {
  /** Bytes of a value in binary tensor data. */
  readonly bytes: number;
  /** The value at an offset of binary tensor data, which is little-endian. */
  at(view: DataView, offset: number): number;
  /** Whether a JSON value may stand for one. */
  holds(value: unknown): boolean;
}

function whole(least: number, most: number): (value: unknown) => boolean {
  return (value) =>
    typeof value === "number" && Number.isInteger(value) && value >= least && value <= most;
}

/** JSON has no NaN: null stands for a value that is missing. */
function isReal(value: unknown): boolean {
  return typeof value === "number" || value === null;
}

/**
 * The types that are taken for the features. What comes in is rounded to float32, the type of the
 * model: so whole numbers up to 2²⁴ stay what they are.
 */
export const datatypes: Readonly<Record<string, Datatype>> = {
  BOOL: {
    bytes: 1,
    at: (view, at) => Number(view.getUint8(at) !== 0),
    holds: (value) => typeof value === "boolean",
  },
  UINT8: { bytes: 1, at: (view, at) => view.getUint8(at), holds: whole(0, 255) },
  UINT16: { bytes: 2, at: (view, at) => view.getUint16(at, true), holds: whole(0, 2 ** 16 - 1) },
  UINT32: { bytes: 4, at: (view, at) => view.getUint32(at, true), holds: whole(0, 2 ** 32 - 1) },
  UINT64: {
    bytes: 8,
    at: (view, at) => Number(view.getBigUint64(at, true)),
    holds: whole(0, 2 ** 64),
  },
  INT8: { bytes: 1, at: (view, at) => view.getInt8(at), holds: whole(-128, 127) },
  INT16: {
    bytes: 2,
    at: (view, at) => view.getInt16(at, true),
    holds: whole(-(2 ** 15), 2 ** 15 - 1),
  },
  INT32: {
    bytes: 4,
    at: (view, at) => view.getInt32(at, true),
    holds: whole(-(2 ** 31), 2 ** 31 - 1),
  },
  INT64: {
    bytes: 8,
    at: (view, at) => Number(view.getBigInt64(at, true)),
    holds: whole(-(2 ** 63), 2 ** 63),
  },
  FP16: { bytes: 2, at: (view, at) => view.getFloat16(at, true), holds: isReal },
  FP32: { bytes: 4, at: (view, at) => view.getFloat32(at, true), holds: isReal },
  FP64: { bytes: 8, at: (view, at) => view.getFloat64(at, true), holds: isReal },
};
