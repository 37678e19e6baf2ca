/**
 * A failure that an operator can act on. Its message says what to do, and is shown
 * without a stack trace.
 */
export class OperatorError extends Error {
  override readonly name = "OperatorError";
}
