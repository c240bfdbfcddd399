/** Streams that each person has open in this process. */
export interface StreamSlots {
  /**
   * Takes a place and returns how to give it back (once; later calls do nothing); null when all are taken.
   */
  take(who: string): (() => void) | null;
}

export function createStreamSlots(limit: number): StreamSlots {
  const open = new Map<string, number>();
  return {
    take(who) {
      const count = open.get(who) ?? 0;
      if (count >= limit) return null;
      open.set(who, count + 1);
      let isHeld = true;
      return () => {
        if (!isHeld) return;
        isHeld = false;
        const left = (open.get(who) ?? 1) - 1;
        if (left === 0) open.delete(who);
        else open.set(who, left);
      };
    },
  };
}

/** The same answer, which tells when its body has ended: read to the end, broken, or left by its reader. */
export function onResponseEnd(response: Response, ended: () => void): Response {
  if (!response.body) {
    ended();
    return response;
  }
  const reader = response.body.getReader();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = await reader.read();
        if (!done) return controller.enqueue(value);
        ended();
        controller.close();
      } catch (error) {
        ended();
        controller.error(error);
      }
    },
    cancel(reason) {
      ended();
      return reader.cancel(reason);
    },
  });
  return new Response(body, response);
}
