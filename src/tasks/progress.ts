import type { WriteStream } from "node:tty";

/** Asks a task to say nothing while it works. What it finds is printed all the same. */
const QUIET = "--quiet";

/** How often the bar is drawn in a terminal, and how often a line is printed elsewhere. */
const DRAW_MS = 100;
const LINE_MS = 5_000;

const BAR_LENGTH = 20;

/** Tells how much of a stage is done. A stage that cannot be counted never calls it. */
type Tell = (done: number, total: number) => void;

/** Shows the stages of a long task. */
export interface Progress {
  /** Runs a stage, such as `Pagine`, and shows how far it is and how long it took. */
  stage<Result>(name: string, work: (tell: Tell) => Promise<Result>): Promise<Result>;
}

export const NO_PROGRESS: Progress = { stage: (_name, work) => work(() => undefined) };

/**
 * Shows progress in a terminal as a bar, which becomes a line when the stage is done. Elsewhere it
 * prints that line, and one every few seconds before.
 * @param argv the arguments of the task, which may ask for quiet
 * @param now a clock in milliseconds
 */
export function createProgress(
  stream: Pick<WriteStream, "write"> & { isTTY?: boolean },
  argv: readonly string[],
  now: () => number = () => performance.now(),
): Progress {
  if (argv.includes(QUIET)) return NO_PROGRESS;
  return {
    async stage(name, work) {
      const start = now();
      let last = start;
      let count = "";
      const line = (bar = "") => `${name}: ${bar}${count}${seconds(now() - start)}`;
      const draw = (bar: string) => stream.write(`\r\x1b[K${line(bar)} `);
      if (stream.isTTY) draw("");
      try {
        return await work((done, total) => {
          count = `${done} di ${total}, `;
          if (now() - last < (stream.isTTY ? DRAW_MS : LINE_MS)) return;
          last = now();
          if (stream.isTTY) draw(`${barOf(done / total)} `);
          else stream.write(`${line()}\n`);
        });
      } finally {
        stream.write(`${stream.isTTY ? "\r\x1b[K" : ""}${line()}\n`);
      }
    },
  };
}

function barOf(share: number): string {
  const full = Math.round(share * BAR_LENGTH);
  return "█".repeat(full) + "░".repeat(BAR_LENGTH - full);
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1_000).toFixed(1).replace(".", ",")} s`;
}
