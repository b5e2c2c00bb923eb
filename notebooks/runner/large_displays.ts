/**
 * Displays of many characters. A kernel writes a message as its socket takes it and may start
 * another one inside it, so what is long comes in files beside its connection file.
 */
import type { Message } from "./message.ts";
import { PIECE_SIZE } from "./output_fence.ts";

const MARK = "application/x-wattbook-files";

/** Characters of one display or result; of the outputs of a cell half of 16 MiB is kept in whole. */
export const DISPLAY_LIMIT = 8_000_000;

/**
 * Code that runs once in a kernel: from then on the long texts of displays and results are written
 * to files, and what is above the limit is an error of the cell.
 *
 * @param folder Where the files go.
 */
export function displayByFile(folder: string): string {
  return `((jupyter, internal, write) => {
  const { display, $display } = jupyter;
  const { broadcastResult, formatInner } = internal;
  let files = 0;
  function byFile(bundle) {
    // Not in JSON: rubbish of that size can make the kernel lose a cell whose promise nobody awaits.
    let size = 0;
    for (const media of Object.values(bundle ?? {})) {
      size += (typeof media === 'string' ? media : JSON.stringify(media) ?? '').length;
    }
    if (size > ${DISPLAY_LIMIT}) {
      throw new RangeError(
        'Cannot display the value as it must have at most ${DISPLAY_LIMIT} characters: ' +
          'current value has ' + size,
      );
    }
    if (size <= ${PIECE_SIZE}) return bundle;
    const short = { ...bundle };
    const names = {};
    for (const [type, media] of Object.entries(bundle)) {
      if (typeof media !== 'string' || media.length <= ${PIECE_SIZE}) continue;
      names[type] = String(++files);
      write(${JSON.stringify(folder)} + '/' + names[type], media);
      short[type] = '';
    }
    return { ...short, '${MARK}': names };
  }
  jupyter.display = async (value, options = {}) => {
    const bundle = byFile(await formatInner(value, options.raw ?? false));
    await display({ [$display]: () => bundle }, { ...options, raw: false });
  };
  internal.broadcastResult = (count, result) =>
    result === undefined
      ? broadcastResult(count, result)
      : broadcastResult(count, {
        [$display]: async () => byFile(await formatInner(result, false)),
      });
})(Deno.jupyter, Deno[Deno.internal].jupyter, Deno.writeTextFileSync);`;
}

/**
 * A kernel's message with the texts that it sent by file, which are removed.
 *
 * @param folder Where the files are.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const header = { msg_id: "", session: "", username: "", date: "", msg_type: "stream", version: "" };
 * const message = { header, parent_header: {}, metadata: {}, content: { name: "stdout", text: "a" } };
 * assert.equal(withFiles(message, "/nowhere"), message);
 * ```
 */
export function withFiles(message: Message, folder: string): Message {
  const { [MARK]: names, ...data } = (message.content.data ?? {}) as Record<string, unknown>;
  if (names === undefined) return message;
  for (const [type, name] of Object.entries(names as Readonly<Record<string, string>>)) {
    const path = `${folder}/${Number(name)}`;
    data[type] = Deno.readTextFileSync(path);
    Deno.removeSync(path);
  }
  return { ...message, content: { ...message.content, data } };
}
