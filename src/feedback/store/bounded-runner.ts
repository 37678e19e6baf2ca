/** Storage did not answer in time, or has too much to do already. */
export class StorageBusyError extends Error {
  override readonly name = "StorageBusyError";
}

/** Runs work on storage. */
export interface BoundedRunner {
  /** Rejects with `StorageBusyError` rather than keep a caller waiting. */
  run: <Result>(work: () => Promise<Result>) => Promise<Result>;
  /** True if `run` would reject at once. */
  isFull: () => boolean;
}

/**
 * Limits how long a caller waits, and how much work waits at the same time. Work that misses its
 * deadline goes on, and counts until it ends. A storage that has stopped answering is therefore not
 * given more and more work.
 */
export function createBoundedRunner(bounds: { deadlineMs: number; maxPending: number }): BoundedRunner {
  let pending = 0;
  const isFull = () => pending >= bounds.maxPending;
  return { run, isFull };

  async function run<Result>(work: () => Promise<Result>): Promise<Result> {
    if (isFull()) throw new StorageBusyError();
    pending += 1;
    const result = work().finally(() => {
      pending -= 1;
    });
    let timer: NodeJS.Timeout | undefined;
    const deadline = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => {
        reject(new StorageBusyError());
      }, bounds.deadlineMs);
    });
    return Promise.race([result, deadline]).finally(() => {
      clearTimeout(timer);
    });
  }
}
