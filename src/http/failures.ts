import type { ErrorCode } from '../error-code.ts';

/** Nobody is signed in, or the session has ended: the visitor is sent to sign in. */
export class SignedOut extends Error {}

type FailureStatus = 400 | 403 | 404 | 408 | 409 | 410 | 413 | 415 | 422 | 429 | 503;

/**
 * A failure with a status and a code for which the views have a sentence. Never carries personal
 * data.
 */
export class Failure extends Error {
  readonly status: FailureStatus;
  readonly code: ErrorCode;
  readonly retryAfterSeconds: number | null;

  constructor(status: FailureStatus, code: ErrorCode, retryAfterSeconds: number | null = null) {
    super(code);
    this.status = status;
    this.code = code;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

export function notFound() {
  return new Failure(404, 'not_found');
}
