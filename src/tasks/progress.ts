import type { WriteStream } from "node:tty";

/** Where there is no terminal, a step that counts says so this many times. */
const LINES_A_STEP = 4;

/** Tells a person how far a long run has come: in a terminal in one line that changes, elsewhere in a few lines. */
export function createProgress(stream: Pick<WriteStream, "write"> & { isTTY?: boolean }) {
  return {
    /** Begins a step, `Accessibilità`; what comes back is called with how much of it is done. */
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
