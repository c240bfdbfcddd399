import {
  AppError,
  type ErrorCode,
  fillMessage,
  INPUT_MESSAGES,
  type InputMessageKey,
  isInputMessageKey,
} from "@greenroom/errors";
import type { FormProblem } from "./schema";

type Details = NonNullable<FormProblem["details"]>;

interface ProblemText {
  code: ErrorCode;
  /** In English; `{name}` is filled from the details, as the catalogues of the pages do. */
  text: string;
}

/**
 * Everything that can be wrong with a request beside its blueprint's spec and the shape of its values (INPUT_MESSAGES). The key is the
 * messageKey in both catalogues.
 */
const PROBLEMS = {
  nameTaken: {
    code: "CONFLICT",
    text: 'The name "{name}" belongs to a living environment. Choose another name.',
  },
  nameKept: {
    code: "CONFLICT",
    text: 'An environment named "{name}" was destroyed on {destroyedOn}, and its data is kept under that name. Choose another name.',
  },
  nameRequested: {
    code: "CONFLICT",
    text: 'An open request already asks for the name "{name}". Choose another name, or wait until that request is closed.',
  },
  tooManyOpen: {
    code: "CONFLICT",
    text: "You have {limit} open requests, the most that one person may have. Withdraw one that nobody needs, or wait until one is decided.",
  },
  teamTooManyOpen: {
    code: "CONFLICT",
    text: "This team has {limit} open requests, the most that a team may have. Withdraw one that nobody needs, or wait until one is decided.",
  },
  nameRequestedByYou: {
    code: "CONFLICT",
    text: 'You asked for "{name}" already, in request #{number}. Open that request; withdraw it there to ask for something else under this name.',
  },
  teamForbidden: {
    code: "FORBIDDEN",
    text: "You cannot ask for environments on behalf of this team. Choose a team in which you are a requester.",
  },
  changeForbidden: {
    code: "FORBIDDEN",
    text: "You may look at {name} but not ask for changes to it. Ask a requester of its team.",
  },
  accountUnknown: {
    code: "INVALID_INPUT",
    text: "There is no such cloud account. Choose one from the list.",
  },
  regionUnknown: {
    code: "INVALID_INPUT",
    text: '"{region}" is not a region of the account {account}. Choose one of: {regions}.',
  },
  blueprintUnknown: {
    code: "INVALID_INPUT",
    text: 'There is no blueprint "{blueprint}". Choose one from the catalogue.',
  },
  cidrOverlap: {
    code: "CONFLICT",
    text: "The network {cidr} overlaps {other} of {name} in the same account. {suggestion} is free.",
  },
  cidrOverlapHidden: {
    code: "CONFLICT",
    text: "The network {cidr} overlaps {other}, which another team uses in the same account. {suggestion} is free.",
  },
  cidrExhausted: {
    code: "CONFLICT",
    text: "The network {cidr} overlaps {other} in the same account, and no /16 is free there. Choose another account.",
  },
  domainClaimed: {
    code: "CONFLICT",
    text: "{name} has the domain {held}, and CloudFront gives a name to one environment only. Choose another domain than {value}.",
  },
  domainClaimedHidden: {
    code: "CONFLICT",
    text: "The domain {value} belongs to another team, and CloudFront gives a name to one environment only. Choose another domain.",
  },
  configRecorderClaimed: {
    code: "CONFLICT",
    text: "AWS Config has one recorder in an account and region, and that of {value} belongs to {name}. Switch it off here, and say that the account has one already.",
  },
  configRecorderClaimedHidden: {
    code: "CONFLICT",
    text: "AWS Config has one recorder in an account and region, and that of {value} belongs to another team. Switch it off here, and say that the account has one already.",
  },
  securityHubClaimed: {
    code: "CONFLICT",
    text: "An account has one Security Hub in a region, and that of {value} belongs to {name}. Switch it off here.",
  },
  securityHubClaimedHidden: {
    code: "CONFLICT",
    text: "An account has one Security Hub in a region, and that of {value} belongs to another team. Switch it off here.",
  },
  lifetimeLimit: {
    code: "INVALID_INPUT",
    text: "{days} days is longer than a {stage} environment may live. Enter {limit} or less.",
  },
  lifetimeRequired: {
    code: "INVALID_INPUT",
    text: "A {stage} environment needs an end. Enter a lifetime of {limit} days or less.",
  },
  environmentGone: {
    code: "CONFLICT",
    text: "{name} was destroyed, so it cannot be changed any more. Ask for a new environment.",
  },
  environmentBusy: {
    code: "CONFLICT",
    text: "Run #{number} is at work on {name}. Wait until it has finished, or cancel it.",
  },
  staleForm: {
    code: "STALE",
    text: "{name} was changed after you opened this form (version {base}, now {version}). Reload it, look at what changed, and send again.",
  },
  nothingChanged: {
    code: "INVALID_INPUT",
    text: "Nothing is different from the environment as it is. Change a setting or the lifetime.",
  },
  typedNameMismatch: {
    code: "INVALID_INPUT",
    text: 'You typed "{typed}", but the environment is named "{name}". Type its name to confirm.',
  },
} as const satisfies Record<string, ProblemText>;
export type ProblemKey = keyof typeof PROBLEMS | InputMessageKey;

/** A problem with the code under which a command refuses it. */
export interface Problem extends FormProblem {
  code: ErrorCode;
}

/** @param field dotted path of the input it belongs to */
export function problem(messageKey: ProblemKey, field: string, details: Details = {}): Problem {
  const { code, text }: ProblemText = isInputMessageKey(messageKey)
    ? { code: "INVALID_INPUT", text: INPUT_MESSAGES[messageKey] }
    : PROBLEMS[messageKey];
  const message = fillMessage(text, details);
  return { code, field, messageKey, message, details };
}

/** The problem as what a command throws. */
export function problemError({ code, field, messageKey, message, details }: Problem): AppError {
  return new AppError({ code, messageKey, userMessage: message, details, field });
}

/** Input is anybody's: a message shows at most 60 characters of it. */
export function shorten(value: unknown): string {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? "");
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
