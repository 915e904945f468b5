import { failed, type ProblemCode, type Result } from '../core/result.ts';

/**
 * A call to a worker as a value in any case: where the worker died or the call was cut off, the rejection
 * becomes the problem `code`. The bridge that rejects has reported the error itself.
 */
export async function settleCall<T>(call: Promise<Result<T>>, code: ProblemCode): Promise<Result<T>> {
  try {
    return await call;
  } catch {
    return failed(code);
  }
}
