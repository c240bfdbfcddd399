/** Work of each of many, one after another. */
export type Turns = <Result>(who: string, work: () => Promise<Result>) => Promise<Result>;

export function createTurns(): Turns {
  const last = new Map<string, Promise<unknown>>();
  return (who, work) => {
    const before = last.get(who) ?? Promise.resolve();
    const mine = before.then(work, work);
    last.set(who, mine);
    const forget = () => {
      if (last.get(who) === mine) last.delete(who);
    };
    mine.then(forget, forget);
    return mine;
  };
}
