import type { WriteStream } from "node:tty";

/** How many lines a step prints if there is no terminal. */
const LINES_A_STEP = 4;

/**
 * Shows the progress of a long run. In a terminal this is one line that changes, elsewhere a few
 * lines.
 */
export function createProgress(stream: Pick<WriteStream, "write"> & { isTTY?: boolean }) {
  return {
    /**
     * Starts a step, such as `Accessibilità`. Call the returned function with the amount done so
     * far.
     */
    step(name: string, total: number): (done: number) => void {
      const every = Math.ceil(total / LINES_A_STEP);
      if (stream.isTTY) stream.write(`${name}: …`);
      return (done) => {
        const line = `${name}: ${done} di ${total}`;
        if (stream.isTTY) stream.write(`\r${line}${done === total ? "\n" : ""}`);
        else if (done === total || done % every === 0) stream.write(`${line}\n`);
      };
    },
  };
}
