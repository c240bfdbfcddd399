/** Makes coming calls answer "Rate exceeded". */
export class Throttles {
  private readonly waiting: { calls: number; action?: string }[] = [];

  add(throttle: { calls: number; action?: string }): void {
    this.waiting.push({ ...throttle });
  }

  clear(): void {
    this.waiting.length = 0;
  }

  get list(): readonly { calls: number; action?: string }[] {
    return this.waiting;
  }

  /** Is this call to be throttled? Uses one up. */
  take(action: string): boolean {
    const found = this.waiting.find(
      (throttle) => throttle.action === undefined || throttle.action === action,
    );
    if (!found) return false;
    found.calls -= 1;
    if (found.calls <= 0) this.waiting.splice(this.waiting.indexOf(found), 1);
    return true;
  }
}
