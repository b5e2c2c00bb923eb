import assert from "node:assert/strict";
import { converse } from "./conversation.ts";
import { decodeMessage, encodeMessage, type Message } from "./message.ts";

const KEY = "key";
const { promise: gone } = Promise.withResolvers<never>();
const SILENT = { receive: () => gone };

Deno.test("ask() sends a dated, signed request and skips replies to others", async () => {
  const sent: string[][] = [];
  const shell = {
    send: (parts: readonly string[]) => Promise.resolve(void sent.push([...parts])),
    receive: queue([answer("wattbook-0", "stale"), answer("wattbook-1", "kernel_info_reply")]),
  };
  const now = () => Date.UTC(2024, 0, 5, 18);
  const { ask } = converse({ shell, iopub: SILENT, key: KEY, now, gone });
  const reply = await ask("kernel_info_request", { a: 1 });
  assert.equal(reply.header.msg_type, "kernel_info_reply");
  const { header, content } = decodeMessage(sent[0], KEY);
  assert.deepEqual([header.msg_id, header.msg_type, header.date, header.version], [
    "wattbook-1",
    "kernel_info_request",
    "2024-01-05T18:00:00.000Z",
    "5.3",
  ]);
  assert.deepEqual(content, { a: 1 });
});

Deno.test("open() asks until something is heard, then sets up the kernel", async () => {
  const { shell, iopub, sent } = kernelThat((request, publish) => {
    if (request === 2) publish(answer("wattbook-2", "status"));
  });
  await converse({ shell, iopub, key: KEY, now: () => 0, gone }).open();
  assert.deepEqual(sent.map(({ header }) => header.msg_type), [
    "kernel_info_request",
    "kernel_info_request",
    "execute_request",
  ]);
  assert.match(String(sent[2].content.code), /unhandledrejection/);
  assert.deepEqual([sent[2].content.silent, sent[2].content.store_history], [true, false]);
});

const INPUT = answer("wattbook-1", "execute_input");
const IDLE = answer("wattbook-1", "status", { execution_state: "idle" });
const OUTPUT = answer("wattbook-1", "stream", { name: "stdout", text: "a" });
const RESULT = answer("wattbook-2", "execute_result", { data: {} });
const FAILURE = { ename: "Error", evalue: "Late", traceback: [] };

Deno.test("execute() gathers what is published for the code until both marks of the fence", async () => {
  const { shell, iopub, sent } = kernelThat((request, publish) => {
    if (request === 1) publish(INPUT, OUTPUT, IDLE);
    if (request === 2) publish(printed(1));
    if (request === 3) publish(RESULT, displayed(1, [FAILURE]), printed(2), displayed(2));
    if (request === 4) publish(answer("wattbook-4", "execute_input"), ...idle(4), printed(3));
    if (request === 5) publish(displayed(3));
  });
  const { execute } = converse({ shell, iopub, key: KEY, now: () => 0, gone });
  const published: Message[] = [];
  const { reply, failures } = await execute("1 + 1", (message) => published.push(message));
  assert.deepEqual(reply.content, { status: "ok" });
  assert.deepEqual(published, [INPUT, OUTPUT, IDLE, RESULT].map((one) => decodeMessage(one, KEY)));
  assert.deepEqual(failures, [{ output_type: "error", ...FAILURE }]);
  const requests = sent.map(({ content }) => content);
  assert.deepEqual(requests.map(({ silent, store_history }) => [silent, store_history]), [
    [false, true],
    [true, false],
    [true, false],
  ]);
  assert.equal(requests[0].code, "1 + 1");
  assert.deepEqual((await execute("2", () => {})).failures, []);
});

const losses: readonly [name: string, heard: string[][]][] = [
  ["a mark", [INPUT, IDLE, printed(1), displayed(2)]],
  ["the kernel's word that it began", [IDLE, printed(1), displayed(1)]],
  ["the kernel's word that it ended", [INPUT, printed(1), displayed(1)]],
  ["what was signed", [INPUT, OUTPUT.with(-1, '{"name":"stdout","text":"b"}')]],
];
for (const [name, heard] of losses) {
  Deno.test(`execute() fails when ${name} is lost`, async () => {
    const { shell, iopub } = kernelThat((request, publish) => request === 1 && publish(...heard));
    const options = { shell, iopub, key: KEY, now: () => 0, gone };
    await assert.rejects(converse(options).execute("1", () => {}), {
      message: "Cannot keep the outputs of the code as the kernel dropped or mixed up some: " +
        "print less at once",
    });
  });
}

Deno.test("ask() and execute() tell why the kernel is gone when a socket ends", async () => {
  const ended = Promise.reject<never>(new Error("Kernel ended with SIGKILL"));
  const { ask, execute } = converse({
    shell: { send: () => Promise.resolve(), receive: queue([]) },
    iopub: SILENT,
    key: KEY,
    now: () => 0,
    gone: ended,
  });
  const refusal = { message: "Kernel ended with SIGKILL" };
  await assert.rejects(ask("kernel_info_request", {}), refusal);
  await assert.rejects(execute("1", () => {}), refusal);
});

/** A kernel that says ok to every request at once and publishes what it is told to. */
function kernelThat(
  hears: (request: number, publish: (...messages: string[][]) => void) => unknown,
) {
  const sent: Message[] = [];
  const replies: string[][] = [];
  const published: string[][] = [];
  let wake = Promise.withResolvers<void>();
  const publish = (...messages: string[][]) => {
    published.push(...messages);
    wake.resolve();
  };
  const shell = {
    send(parts: readonly string[]) {
      const request = decodeMessage(parts, KEY);
      sent.push(request);
      replies.push(answer(request.header.msg_id, "reply", { status: "ok" }));
      hears(sent.length, publish);
      return Promise.resolve();
    },
    receive: queue(replies),
  };
  const iopub = {
    async receive() {
      while (published.length === 0) {
        await wake.promise;
        wake = Promise.withResolvers();
      }
      return published.shift();
    },
  };
  return { shell, iopub, sent };
}

function idle(request: number): string[][] {
  return [answer(`wattbook-${request}`, "status", { execution_state: "idle" })];
}

function printed(fence: number): string[] {
  const text = `application/x-wattbook-fence ${fence}\n`;
  return answer("wattbook-2", "stream", { name: "stdout", text });
}

function displayed(fence: number, failures: unknown[] = []): string[] {
  const data = { "application/x-wattbook-fence": { fence, failures } };
  return answer("wattbook-2", "display_data", { data });
}

function answer(msg_id: string, msg_type: string, content: Record<string, unknown> = {}) {
  const header = { msg_id: "k", session: "k", username: "kernel", date: "", version: "5.3" };
  return encodeMessage({
    header: { ...header, msg_type },
    parent_header: { msg_id },
    metadata: {},
    content,
  }, KEY);
}

function queue(messages: string[][]): () => Promise<string[] | undefined> {
  return () => Promise.resolve(messages.shift());
}
