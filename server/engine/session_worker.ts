/** The program of a worker: the pool starts it by its path, and speaks to it by messages. */
import type { WorkerOrder } from "./worker_messages.ts";
import { type AnswerPort, obey } from "./worker_orders.ts";

const port = self as unknown as AnswerPort & EventTarget;
let turn = Promise.resolve();
port.addEventListener("message", (event) => {
  const order = (event as MessageEvent<WorkerOrder>).data;
  // One after another: a model is open before its first rows are scored.
  turn = turn.then(() => obey(order, port));
});
