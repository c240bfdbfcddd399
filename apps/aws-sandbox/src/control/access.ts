/** A role as a test sets it up: whoever assumes it has to tell the external id, if it has one. */
export interface TrustedRole {
  roleArn: string;
  externalId?: string;
}

/** A call that nobody in an account may make. */
export interface Denial {
  action: string;
  /** Absent: in every account, every region. */
  accountId?: string;
  region?: string;
}

/**
 * Who may do what, as far as tests ask for it. Without a word, any role may be assumed and everything may be
 * done: the sandbox knows no policies. In an account for which a role was set up, no other role is there.
 */
export class Access {
  readonly roles = new Map<string, TrustedRole>();
  readonly denials: Denial[] = [];

  clear(): void {
    this.roles.clear();
    this.denials.length = 0;
  }

  mayAssume(roleArn: string, externalId: string | undefined): boolean {
    const role = this.roles.get(roleArn);
    if (role) return role.externalId === undefined || role.externalId === externalId;
    const accountOf = (arn: string) => arn.split(":")[4];
    return ![...this.roles.keys()].some((known) => accountOf(known) === accountOf(roleArn));
  }

  isDenied({ action, accountId, region }: Required<Denial>): boolean {
    return this.denials.some(
      (denial) =>
        denial.action === action &&
        (denial.accountId === undefined || denial.accountId === accountId) &&
        (denial.region === undefined || denial.region === region),
    );
  }
}
