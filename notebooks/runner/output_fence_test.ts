import assert from "node:assert/strict";
import type { Message } from "./message.ts";
import { fenceCode, readFenced } from "./output_fence.ts";

const MARK = "application/x-wattbook-fence";

Deno.test("readFenced() is complete with both marks of fence 1 and takes all marks out", () => {
  const [before, between] = [stream("a\n"), stream(`${MARK} 1`)];
  const late = display({ "text/plain": "b" });
  const marks = [stream(`${MARK} 1\n`), display({ [MARK]: 1 }), stream(`${MARK} 2\n`)];
  assert.deepEqual(readFenced([before, between, marks[0]]), {
    complete: false,
    lost: false,
    messages: [before, between],
  });
  assert.deepEqual(readFenced([before, marks[0], between, marks[1], late, marks[2]]), {
    complete: true,
    lost: false,
    messages: [before, between, late],
  });
});

Deno.test("readFenced() calls a way lost on which only later marks came", () => {
  const lost = (...messages: Message[]) => readFenced(messages).lost;
  assert.ok(lost(stream(`${MARK} 1\n`), display({ [MARK]: 2 })));
  assert.ok(lost(stream(`${MARK} 2\n`)));
  assert.ok(!lost(stream(`${MARK} 1\n`), stream(`${MARK} 2\n`)));
  assert.ok(!lost());
});

Deno.test("fenceCode() sends the marks that readFenced() knows", async () => {
  const heard: Message[] = [];
  const print = (text: string) => heard.push(stream(`${text}\n`));
  Object.assign(globalThis, { [Symbol.for("wattbook.print")]: print });
  const broadcast = (_: string, { data }: { data: Record<string, unknown> }) =>
    heard.push(display(data));
  await new Function("Deno", `return (async () => { ${fenceCode(1)} })()`)({
    jupyter: { broadcast },
  });
  assert.deepEqual(readFenced(heard), { complete: true, lost: false, messages: [] });
});

function stream(text: string): Message {
  return message("stream", { name: "stdout", text });
}

function display(data: Record<string, unknown>): Message {
  return message("display_data", { data, metadata: {} });
}

function message(msg_type: string, content: Record<string, unknown>): Message {
  const header = { msg_id: "1", session: "s", username: "u", date: "", msg_type, version: "5.3" };
  return { header, parent_header: {}, metadata: {}, content };
}
