/** What a code cell shows, gathered from a kernel's messages as they come. */
import type { DisplayOutput, MimeBundle, Output } from "../documents/mod.ts";
import { boundOutputs } from "./bounded_outputs.ts";
import type { Message } from "./message.ts";

/** Gathers the outputs of one execution. */
export interface OutputCollector {
  /** Takes a message of the kernel's publishing socket; others than outputs do not count. */
  take(message: Message): void;
  /** What a notebook shows after the messages so far. */
  outputs(): Output[];
}

/** Characters of the outputs of one cell that are kept whole. */
export const OUTPUT_LIMIT = 16 << 20;

/**
 * Starts to gather: text of one stream is joined, a display that was updated shows its last state,
 * and `clear_output` removes what came before it. Of outputs above the limit the first and the last
 * half are kept, and a line between them tells how much was left out.
 *
 * @param limit Characters.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const stream = (text: string) => ({
 *   header: { msg_id: "", session: "", username: "", date: "", msg_type: "stream", version: "5.3" },
 *   parent_header: {}, metadata: {}, content: { name: "stdout", text },
 * });
 * const collector = collectOutputs();
 * for (const text of ["a\n", "b\n"]) collector.take(stream(text));
 * assert.deepEqual(collector.outputs(), [
 *   { output_type: "stream", name: "stdout", text: "a\nb\n" },
 * ]);
 * ```
 */
export function collectOutputs(limit = OUTPUT_LIMIT): OutputCollector {
  const outputs = boundOutputs(limit);
  let clearing = false;
  return {
    take({ header, content }) {
      if (header.msg_type === "clear_output") {
        clearing = true;
        if (content.wait !== true) outputs.clear();
        return;
      }
      const displayId = (content.transient as { display_id?: string } | undefined)?.display_id;
      if (header.msg_type === "update_display_data") {
        if (displayId !== undefined) outputs.update(displayId, displayed(content));
        return;
      }
      const output = outputOf(header.msg_type, content);
      if (output === undefined) return;
      // With `wait` the old outputs stay until there is something to show in their place.
      if (clearing) outputs.clear();
      clearing = false;
      outputs.add(output, displayId);
    },
    outputs: outputs.list,
  };
}

function outputOf(type: string, content: Message["content"]): Output | undefined {
  switch (type) {
    case "stream":
      return { output_type: "stream", name: String(content.name), text: String(content.text) };
    case "display_data":
      return displayed(content);
    case "execute_result":
      return {
        ...displayed(content),
        output_type: "execute_result",
        execution_count: content.execution_count as number,
      };
    case "error":
      return {
        output_type: "error",
        ename: String(content.ename),
        evalue: String(content.evalue),
        traceback: content.traceback as string[],
      };
  }
}

function displayed(content: Message["content"]): DisplayOutput {
  return {
    output_type: "display_data",
    data: content.data as MimeBundle,
    metadata: (content.metadata ?? {}) as DisplayOutput["metadata"],
  };
}
