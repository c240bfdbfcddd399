import { AppError } from "@greenroom/errors";
import { MAX_STREAMS } from "./limits";

/** A closed tab is noticed within seconds. */
const STREAM_RETRY_SECONDS = 5;

/** What somebody is told who never signed in, or whose session has ended while they were at it. */
export const notSignedIn = (): AppError => new AppError("unauthenticated");

/** RATE_LIMITED; its values say when to try again. */
export const tooFast = (seconds: number): AppError => new AppError("tooFast", { seconds });

export const tooManyStreams = (): AppError =>
  new AppError("tooManyStreams", { limit: MAX_STREAMS, seconds: STREAM_RETRY_SECONDS });
