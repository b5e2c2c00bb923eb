/** What a worker does with the orders of the pool: it keeps the sessions of its thread. */
import { openSession, type ScoringSession } from "../../models/onnx/session.ts";
import type { WorkerAnswer, WorkerOrder } from "./worker_messages.ts";

const sessions = new Map<number, ScoringSession>();

/** Where the answers go. */
export interface AnswerPort {
  postMessage(answer: WorkerAnswer, transfer: Transferable[]): void;
}

/**
 * Does what an order says, and answers through the port. It never rejects: a failure is an answer.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const answers: unknown[] = [];
 * const port = { postMessage: (answer: unknown) => answers.push(answer) };
 * await obey({ id: 1, kind: "open", session: 1, bytes: Uint8Array.of(1, 2, 3) }, port);
 * const message = "Cannot read 3 bytes as an ONNX model";
 * assert.deepEqual(answers, [{ id: 1, failed: { name: "SyntaxError", message } }]);
 * ```
 */
export async function obey(order: WorkerOrder, port: AnswerPort): Promise<void> {
  const { id } = order;
  try {
    if (order.kind === "open") {
      const { score: _score, close: _close, ...contract } = await open(order);
      port.postMessage({ id, done: contract }, []);
    } else if (order.kind === "score") {
      const { rows, values } = order;
      const session = sessionOf(order.session);
      const scores = await session.score({ columns: session.columns, rows, values });
      const { score, label, memberScores } = scores;
      const buffers = [score, label, memberScores].map(({ buffer }) => buffer as ArrayBuffer);
      port.postMessage({ id, done: scores }, buffers);
    } else {
      // A worker that took the place of a lost one may never have opened it.
      await sessions.get(order.session)?.close();
      sessions.delete(order.session);
      port.postMessage({ id, done: null }, []);
    }
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    port.postMessage({ id, failed: { name, message } }, []);
  }
}

async function open(
  { session, bytes }: Extract<WorkerOrder, { readonly kind: "open" }>,
): Promise<ScoringSession> {
  // A worker that has just started may be told twice.
  const opened = sessions.get(session) ?? await openSession(bytes);
  sessions.set(session, opened);
  return opened;
}

function sessionOf(session: number): ScoringSession {
  const opened = sessions.get(session);
  if (opened === undefined) throw new RangeError(`Cannot score with session ${session}: not open`);
  return opened;
}
