/** What a served process holds in its heap, asked through its inspector. */

/** The heap of a process that was started with `--inspect`. */
export interface Heap {
  /** Collects garbage and tells the bytes that are left: of objects, and of buffers outside the heap. */
  bytes(): Promise<number>;
  close(): void;
}

/**
 * Connects to an inspector.
 *
 * @param url As the process names it at its start, `ws://…`.
 */
export async function openHeap(url: string): Promise<Heap> {
  const socket = new WebSocket(url);
  const opened = Promise.withResolvers<void>();
  socket.onopen = () => opened.resolve();
  socket.onerror = () => opened.reject(new Error(`Cannot reach the inspector at ${url}`));
  await opened.promise;
  const waiting = new Map<number, (answer: { result: { value: number } }) => void>();
  socket.onmessage = ({ data }) => {
    const { id, result } = JSON.parse(data);
    waiting.get(id)?.(result);
    waiting.delete(id);
  };
  let orders = 0;
  function order(method: string, params = {}): Promise<{ result: { value: number } }> {
    const { promise, resolve } = Promise.withResolvers<{ result: { value: number } }>();
    waiting.set(++orders, resolve);
    socket.send(JSON.stringify({ id: orders, method, params }));
    return promise;
  }
  return {
    async bytes() {
      // What is freed by the finalizers of the first collection, the second one takes.
      await order("HeapProfiler.collectGarbage");
      await order("HeapProfiler.collectGarbage");
      const expression = "(({ heapUsed, external }) => heapUsed + external)(Deno.memoryUsage())";
      const { result } = await order("Runtime.evaluate", { expression, returnByValue: true });
      return result.value;
    },
    close: () => socket.close(),
  };
}
