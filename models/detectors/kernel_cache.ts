/** Rows of a kernel matrix that is too large to hold. */

/** A symmetric matrix whose entries are computed when they are asked for. */
export interface KernelMatrix {
  /** Its diagonal; the length is the number of rows. */
  readonly diagonal: Float64Array;
  /** Writes the entries of a row at `places[from]` up to before `places[to]`, each at its place. */
  fill(into: Float32Array, row: number, places: Int32Array, from: number, to: number): void;
}

const NONE = -1;
const BYTES_PER_MEBIBYTE = 2 ** 20;
const BYTES_PER_ENTRY = 4;

/**
 * Keeps the rows asked for last, in float32 as LIBSVM does (Chang and Lin, LIBSVM: A Library for
 * Support Vector Machines, 2011, section 5). A row may be known in part: at the places that were
 * asked for when it was computed.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { gaussianKernel } from "./gaussian_kernel.ts";
 * const cache = new KernelCache(gaussianKernel(Float64Array.of(0, 1), 1, Math.LN2), 200);
 * const places = Int32Array.of(0, 1);
 * assert.deepEqual([...cache.row(1, places, 2)], [0.5, 1]);
 * assert.equal(cache.row(1, places, 2), cache.row(1, places, 2));
 * assert.equal(cache.computed, 2);
 * ```
 */
export class KernelCache {
  /** Entries computed so far. */
  computed = 0;
  readonly #matrix: KernelMatrix;
  readonly #slots: number;
  readonly #values: Float32Array[] = [];
  readonly #slotOf: Int32Array;
  readonly #rowOf: Int32Array;
  readonly #partial: Uint8Array;
  /** A ring of the slots in order of use; the last entry is its head, between newest and oldest. */
  readonly #next: Int32Array;
  readonly #previous: Int32Array;

  /**
   * @param matrix Where entries come from.
   * @param mebibytes Room for rows; two are kept at least.
   */
  constructor(matrix: KernelMatrix, mebibytes: number) {
    const rows = matrix.diagonal.length;
    const room = Math.floor(mebibytes * BYTES_PER_MEBIBYTE / (BYTES_PER_ENTRY * rows));
    const slots = Math.min(rows, Math.max(2, room));
    this.#matrix = matrix;
    this.#slots = slots;
    this.#slotOf = new Int32Array(rows).fill(NONE);
    this.#rowOf = new Int32Array(slots).fill(NONE);
    this.#partial = new Uint8Array(slots);
    this.#next = Int32Array.from({ length: slots + 1 }, (_, i) => (i + 1) % (slots + 1));
    this.#previous = Int32Array.from({ length: slots + 1 }, (_, i) => (i + slots) % (slots + 1));
  }

  /**
   * A row of the matrix; what it holds elsewhere than at the first `count` places means nothing.
   * It stays as it is until two other rows are asked for. Only the last call's places, or fewer of
   * them, may be asked for, unless {@linkcode KernelCache.forgetParts} comes between.
   */
  row(row: number, places: Int32Array, count: number): Float32Array {
    const known = this.#slotOf[row];
    const slot = known === NONE ? this.#previous[this.#slots] : known;
    this.#use(slot);
    if (known === NONE) {
      this.#assign(slot, row);
      this.#partial[slot] = count < places.length ? 1 : 0;
      this.#matrix.fill(this.#values[slot], row, places, 0, count);
      this.computed += count;
    }
    return this.#values[slot];
  }

  /** Forgets the rows known in part, after which all places may be asked for again. */
  forgetParts(): void {
    for (let slot = 0; slot < this.#slots; slot++) {
      if (this.#partial[slot] === 0) continue;
      this.#slotOf[this.#rowOf[slot]] = NONE;
      this.#rowOf[slot] = NONE;
      this.#partial[slot] = 0;
    }
  }

  #assign(slot: number, row: number): void {
    const before = this.#rowOf[slot];
    if (before !== NONE) this.#slotOf[before] = NONE;
    this.#values[slot] ??= new Float32Array(this.#slotOf.length);
    this.#rowOf[slot] = row;
    this.#slotOf[row] = slot;
  }

  #use(slot: number): void {
    const next = this.#next;
    const previous = this.#previous;
    const head = this.#slots;
    next[previous[slot]] = next[slot];
    previous[next[slot]] = previous[slot];
    next[slot] = next[head];
    previous[slot] = head;
    previous[next[head]] = slot;
    next[head] = slot;
  }
}
