export const requests = {
  nameTaken: 'The name "{name}" belongs to an existing environment. Choose another name.',
  nameKept:
    'An environment named "{name}" was destroyed on {destroyedOn}, and its data is kept under that name. Choose another name.',
  nameRequestedByYou:
    'You requested "{name}" already, in request #{number}. Open that request; withdraw it there to request something else under this name.',
  nameRequested:
    'An open request already asks for the name "{name}". Choose another name, or wait until that request is closed.',
  teamForbidden:
    "You cannot request environments on behalf of this team. Choose a team in which you are a requester.",
  changeForbidden: "You may look at {name} but not request changes to it. Ask a requester of its team.",
  accountUnknown: "There is no such cloud account. Choose one from the list.",
  regionUnknown: '"{region}" is not a region of the account {account}. Choose one of: {regions}.',
  unknownRegion: "{region} is not a region Greenroom can build in. Choose one of: {regions}.",
  blueprintUnknown: 'There is no blueprint "{blueprint}". Choose one from the catalog.',
  blueprintNotFound: 'There is no blueprint "{blueprint}". Choose one of: {known}.',
  blueprintAsksAws:
    "The blueprint {blueprint} asks AWS for {asked} during synthesis. State the value in the blueprint instead.",
  sizeUnknown: '{blueprint} has no size "{size}". Choose one of: {known}.',
  cidrOverlap: "The network {cidr} overlaps {other} of {name} in the same account. {suggestion} is free.",
  cidrOverlapHidden:
    "The network {cidr} overlaps {other}, which another team uses in the same account. {suggestion} is free.",
  domainClaimed:
    "{name} has the domain {held}, and CloudFront gives a name to one environment only. Choose another domain than {value}.",
  domainClaimedHidden:
    "The domain {value} belongs to another team, and CloudFront gives a name to one environment only. Choose another domain.",
  configRecorderClaimed:
    "AWS Config has one recorder in an account and region, and that of {value} belongs to {name}. Switch it off here, and say that the account has one already.",
  configRecorderClaimedHidden:
    "AWS Config has one recorder in an account and region, and that of {value} belongs to another team. Switch it off here, and say that the account has one already.",
  securityHubClaimed:
    "An account has one Security Hub in a region, and that of {value} belongs to {name}. Switch it off here.",
  securityHubClaimedHidden:
    "An account has one Security Hub in a region, and that of {value} belongs to another team. Switch it off here.",
  cidrExhausted:
    "The network {cidr} overlaps {other} in the same account, and no /16 is free there. Choose another account.",
  lifetimeLimit:
    "{days} days is longer than a {stage, select, dev {development} staging {staging} prod {production} other {{stage}}} environment may live. Enter {limit} or less.",
  lifetimeRequired:
    "A {stage, select, dev {development} staging {staging} prod {production} other {{stage}}} environment needs an end. Enter a lifetime of {limit} days or less.",
  environmentGone: "{name} was destroyed, so it cannot be changed any more. Request a new environment.",
  environmentBusy: "Run #{number} is in progress on {name}. Wait until it has finished, or cancel it.",
  environmentMoved:
    "The environment {name} is “{from, select, PROVISIONING {Building} READY {Ready} UPDATING {Updating} FAILED {Failed} DESTROYING {Destroying} DESTROYED {Destroyed} other {{from}}}” now and cannot become “{to, select, PROVISIONING {Building} READY {Ready} UPDATING {Updating} FAILED {Failed} DESTROYING {Destroying} DESTROYED {Destroyed} other {{to}}}”. Reload the page to see what happened to it.",
  environmentNotFound:
    "There is no such environment, or it belongs to a team you are not in. Look for it in the list.",
  staleForm:
    "{name} was changed after you opened this form (version {base}, now {version}). Reload it, look at what changed, and send again.",
  nothingChanged: "Nothing is different from the environment as it is. Change a setting or the lifetime.",
  typedNameMismatch: 'You typed "{typed}", but the environment is named "{name}". Type its name to confirm.',
  requestNotFound:
    "There is no such request, or it belongs to a team you are not in. Look for it in the list.",
  requestMoved:
    "Request #{number} is {status, select, PLANNING {planning} PENDING_APPROVAL {waiting for approval} APPROVED {approved} REJECTED {rejected} WITHDRAWN {withdrawn} EXPIRED {expired} other {{status}}} now, so this is no longer possible. Reload the page to see what happened.",
  withdrawForbidden:
    "Request #{number} can be withdrawn by whoever made it, or by a platform engineer. Ask one of them.",
  decideForbidden: "You may look at request #{number} but not decide on it. Ask an approver of its team.",
  ownRequest: "Request #{number} is your own, and nobody decides on their own request. Ask another approver.",
  planMoved:
    "Request #{number} was planned again after you opened it. Reload the page and look at the new plan.",
  approvalVoided:
    "Nothing was approved: {why} A new plan of request #{number} is being made; look at it and decide again.",
  tooManyOpen:
    "You have {limit} open requests, the most that one person may have. Withdraw one that nobody needs, or wait until one is decided.",
  teamTooManyOpen:
    "This team has {limit} open requests, the most that a team may have. Withdraw one that nobody needs, or wait until one is decided.",
} as const;
