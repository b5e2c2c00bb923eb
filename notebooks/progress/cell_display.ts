/** An output of a cell that is replaced while the cell runs. */

/** MIME type → content. */
export type DisplayBundle = Readonly<Record<string, string>>;

/** Sends a message to whoever shows the notebook, as `Deno.jupyter.broadcast` does. */
export type Broadcast = (
  type: "display_data" | "update_display_data",
  content: Record<string, unknown>,
) => Promise<void>;

/** An output that shows the latest of what it is given. */
export interface CellDisplay {
  /** Shows this in place of what was shown before; does not wait. */
  show(bundle: DisplayBundle): void;
  /** Waits until the latest is sent. */
  settled(): Promise<void>;
}

/**
 * Opens an output. Where more comes than can be sent, only the latest is; the last one always is.
 *
 * @param broadcast Absent outside of a notebook: then nothing is shown.
 * @param id That no other output of the notebook has; it is not stored.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const sent: string[] = [];
 * const display = openCellDisplay((type) => (sent.push(type), Promise.resolve()), "a");
 * display.show({ "text/plain": "1" });
 * await display.settled();
 * display.show({ "text/plain": "2" });
 * display.show({ "text/plain": "3" });
 * await display.settled();
 * assert.deepEqual(sent, ["display_data", "update_display_data"]);
 * ```
 */
export function openCellDisplay(broadcast: Broadcast | undefined, id: string): CellDisplay {
  let latest: DisplayBundle | undefined;
  let sending: Promise<void> = Promise.resolve();
  let waiting = false;
  let shown = false;

  async function send(): Promise<void> {
    waiting = false;
    const data = latest!;
    const type = shown ? "update_display_data" : "display_data";
    shown = true;
    await broadcast!(type, { data, metadata: {}, transient: { display_id: id } });
  }

  return {
    show(bundle) {
      latest = bundle;
      if (broadcast === undefined || waiting) return;
      waiting = true;
      sending = sending.then(send);
      // Told by settled(): a bar that cannot be shown must not end the work it belongs to.
      sending.catch(() => {});
    },
    settled: () => sending,
  };
}
