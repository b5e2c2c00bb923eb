/** A worker that stops by an error of its own when it is told to score 666 rows. */
import "./session_worker.ts";

const CURSED = 666;

self.addEventListener("message", (event) => {
  if ((event as MessageEvent<{ rows?: number }>).data.rows === CURSED) {
    throw new Error("666 rows");
  }
});
