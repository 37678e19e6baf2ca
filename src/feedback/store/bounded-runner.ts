/** Storage did not answer in time, or has too much to do already. */
class StorageBusyError extends Error {
  override readonly name = "StorageBusyError";
}

/** Runs work on storage. It rejects with `StorageBusyError` rather than keep a caller waiting. */
export type BoundedRunner = <Result>(work: () => Promise<Result>) => Promise<Result>;

/**
 * Limits how long a caller waits, and how much work waits at the same time. Work that misses its
 * deadline goes on, and counts until it ends. A storage that has stopped answering is therefore not
 * given more and more work.
 */
export function createBoundedRunner(bounds: { deadlineMs: number; maxPending: number }): BoundedRunner {
  let pending = 0;
  return async (work) => {
    if (pending >= bounds.maxPending) throw new StorageBusyError();
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
  };
}
