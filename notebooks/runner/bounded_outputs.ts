/** Outputs of which the first and the last are kept where they are too many. */
import type { Output } from "../documents/mod.ts";

/** A list of outputs that does not grow beyond its limit. */
export interface BoundedOutputs {
  /** Adds an output behind the others; the text of a stream joins that before it. */
  add(output: Output, displayId?: string): void;
  /** Puts an output in the place of those with that id. */
  update(displayId: string, output: Output): void;
  clear(): void;
  /** What is kept; between the first and the last a line tells how much was left out. */
  list(): Output[];
}

interface Entry {
  readonly output: Output;
  readonly displayId?: string;
  /** Characters. */
  readonly size: number;
}

/** Texts are joined up to this size, so that the oldest can be dropped piece by piece. */
const PIECE_SIZE = 1 << 16;

/**
 * Makes an empty list.
 *
 * @param limit Characters; half of them for the first outputs, half for the last.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const outputs = boundOutputs(4);
 * outputs.add({ output_type: "stream", name: "stdout", text: "abcdefg" });
 * assert.deepEqual(outputs.list(), [
 *   { output_type: "stream", name: "stdout", text: "ab" },
 *   { output_type: "stream", name: "stderr", text: "\n[3 characters of output were left out here]\n" },
 *   { output_type: "stream", name: "stdout", text: "fg" },
 * ]);
 * ```
 */
export function boundOutputs(limit: number): BoundedOutputs {
  const half = limit / 2;
  const empty = () => ({ entries: [] as Entry[], size: 0 });
  let [first, last] = [empty(), empty()];
  let leftOut = 0;

  function push(part: typeof first, entry: Entry): void {
    const before = part.entries.at(-1);
    const text = before && before.size < PIECE_SIZE
      ? joined(before.output, entry.output)
      : undefined;
    if (text !== undefined) part.entries.pop();
    part.entries.push(text === undefined ? entry : entryOf(text));
    part.size += entry.size;
  }

  function dropOldest(): void {
    while (last.size > half) {
      const [{ output, size }] = last.entries.splice(0, 1);
      const cut = output.output_type === "stream" ? split(output, last.size - half) : undefined;
      const kept = cut === undefined ? undefined : entryOf(cut[1]);
      if (kept !== undefined && kept.size > 0) last.entries.unshift(kept);
      const dropped = size - (kept?.size ?? 0);
      last.size -= dropped;
      leftOut += dropped;
    }
  }

  return {
    add(output, displayId) {
      let entry = entryOf(output, displayId);
      if (last.entries.length === 0) {
        const room = half - first.size;
        if (entry.size <= room) return push(first, entry);
        if (output.output_type === "stream") {
          const [fits, rest] = split(output, room);
          if (fits.text !== "") push(first, entryOf(fits));
          entry = entryOf(rest);
        }
      }
      push(last, entry);
      dropOldest();
    },
    update(displayId, output) {
      for (const part of [first, last]) {
        part.entries = part.entries.map((entry) =>
          entry.displayId === displayId ? entryOf(output, displayId) : entry
        );
        part.size = part.entries.reduce((sum, { size }) => sum + size, 0);
      }
      dropOldest();
    },
    clear() {
      [first, last, leftOut] = [empty(), empty(), 0];
    },
    list() {
      const note = leftOut === 0 ? [] : [leftOutNote(leftOut)];
      const outputs: Output[] = [];
      const shown = [first, last].map(({ entries }) => entries.map(({ output }) => output));
      for (const output of [...shown[0], ...note, ...shown[1]]) {
        const text = outputs.length === 0 ? undefined : joined(outputs.at(-1)!, output);
        if (text !== undefined) outputs.pop();
        outputs.push(text ?? output);
      }
      return outputs;
    },
  };
}

function entryOf(output: Output, displayId?: string): Entry {
  const size = output.output_type === "stream" ? output.text.length : JSON.stringify(output).length;
  return { output, displayId, size };
}

function joined(before: Output, output: Output): Output | undefined {
  const isOneText = before.output_type === "stream" && output.output_type === "stream" &&
    before.name === output.name;
  return isOneText ? { ...before, text: before.text + output.text } : undefined;
}

/** Never between the halves of a character. */
function split<T extends { text: string }>(stream: T, at: number): [T, T] {
  const isInside = /^[\udc00-\udfff]/.test(stream.text.slice(at, at + 1));
  const cut = isInside ? at + 1 : at;
  return [
    { ...stream, text: stream.text.slice(0, cut) },
    { ...stream, text: stream.text.slice(cut) },
  ];
}

function leftOutNote(characters: number): Output {
  const text = `\n[${characters.toLocaleString("en")} characters of output were left out here]\n`;
  return { output_type: "stream", name: "stderr", text };
}
