/** What a code cell shows, gathered from a kernel's messages. */
import type { DisplayOutput, MimeBundle, Output } from "../documents/mod.ts";
import type { Message } from "./message.ts";

/**
 * The outputs that a notebook shows after these messages: text of one stream is joined, a display
 * that was updated shows its last state, and `clear_output` removes what came before it.
 *
 * @param messages Messages of the kernel's publishing socket that answer one execution, in order.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const stream = (text: string) => ({
 *   header: { msg_id: "", session: "", username: "", date: "", msg_type: "stream", version: "5.3" },
 *   parent_header: {}, metadata: {}, content: { name: "stdout", text },
 * });
 * assert.deepEqual(collectOutputs([stream("a\n"), stream("b\n")]), [
 *   { output_type: "stream", name: "stdout", text: "a\nb\n" },
 * ]);
 * ```
 */
export function collectOutputs(messages: Iterable<Message>): Output[] {
  let outputs: Output[] = [];
  let displayIds: (string | undefined)[] = [];
  let clearing = false;
  for (const { header, content } of messages) {
    if (header.msg_type === "clear_output") {
      clearing = true;
      if (content.wait !== true) outputs = displayIds = [];
      continue;
    }
    const id = (content.transient as { display_id?: string } | undefined)?.display_id;
    if (header.msg_type === "update_display_data") {
      outputs = outputs.map((output, i) =>
        id !== undefined && displayIds[i] === id ? displayed(content) : output
      );
      continue;
    }
    const output = outputOf(header.msg_type, content);
    if (output === undefined) continue;
    // With `wait` the old outputs stay until there is something to show in their place.
    if (clearing) [outputs, displayIds, clearing] = [[], [], false];
    const last = outputs.at(-1);
    if (
      output.output_type === "stream" && last?.output_type === "stream" &&
      output.name === last.name
    ) {
      outputs[outputs.length - 1] = { ...last, text: last.text + output.text };
    } else {
      outputs.push(output);
      displayIds.push(id);
    }
  }
  return outputs;
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
