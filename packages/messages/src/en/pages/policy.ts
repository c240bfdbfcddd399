export const policy = {
  policyFindings: {
    title: "Checks and policies",
    none: "No checks were run.",
    summary:
      "{rules, plural, one {One rule} other {# rules}} checked: {errors, plural, =0 {no errors} one {one error} other {# errors}}, {warnings, plural, =0 {no warnings} one {one warning} other {# warnings}}, {accepted, plural, =0 {none accepted} other {# accepted}}.",
    groups: {
      ERROR: "Errors",
      WARNING: "Warnings",
      SUPPRESSED: "Accepted, with reasons",
    },
    passed: "Passed",
    stack: "Stack {stack}",
    wholePlan: "Whole plan",
    wholeTemplate: "whole template",
    remedy: "What to do:",
    reason: "Why it is accepted:",
    engine: "{engine} checked {count, plural, one {one rule} other {# rules}}.",
    ownWords: "The rules' own texts are in English.",
  },
  passedChecks: {
    "revert-drift": "Undoing the drift loses no data.",
    "template-size": "Every template is small enough for CloudFormation to take inline.",
    "resource-count": "Every template has at most 500 resources.",
    "template-sound":
      "Every reference leads to a resource of the same template, and there are no circular references.",
    "no-custom-resources": "No resource runs code of its own during deployment.",
    "no-assets": "Nothing has to be uploaded before deployment.",
    "no-wildcard-permission": "No policy allows a wildcard of actions on every resource.",
    "encrypted-at-rest": "Everything that holds data is encrypted.",
    "dead-letters": "Every queue and every event target has a dead-letter queue.",
    "point-in-time-recovery": "Every table can be restored to an earlier point in time.",
    "cluster-access": "Every cluster has an administrator.",
  },
  meanings: {
    table: {
      REPLACE: "A new, empty table takes its place: every item is lost.",
      DELETE: "The table is deleted with every item in it.",
      first: "Export it to S3 or take an on-demand backup, which can be restored into a new table.",
    },
    cache: {
      REPLACE:
        "A new, empty cache takes its place: everything in it is lost, and until it has filled again the tables behind it carry all reads.",
      DELETE:
        "The cache is deleted with everything in it; sessions and seat holds that live only there are gone.",
      first: "Take a snapshot if the contents cannot be rebuilt, and choose a quiet hour.",
    },
    bucket: {
      REPLACE:
        "A new, empty bucket takes its place. AWS deletes the old one only when it is empty, so the change ends with the old bucket left behind.",
      DELETE: "The bucket is deleted. AWS refuses while anything is in it.",
      first: "Copy what is needed elsewhere and empty the bucket.",
    },
    database: {
      REPLACE: "A new, empty database takes its place: all its data is lost, with its automatic backups.",
      DELETE: "The database is deleted with all its data and its automatic backups.",
      first: "Take a snapshot and note how to restore it.",
    },
    databaseInstance: {
      REPLACE: "A new instance takes its place: connections break while the cluster moves over.",
      DELETE: "The instance is deleted; the cluster goes on with what is left.",
      first: "Choose a quiet hour, and see that clients connect again by themselves.",
    },
    logs: {
      REPLACE: "A new, empty log group takes its place: the log lines so far are lost.",
      DELETE: "The log group is deleted with every line in it.",
      first: "Export the lines to S3 if an audit may ask for them.",
    },
    queue: {
      REPLACE:
        "A new, empty queue takes its place: messages that wait in the old one are lost, and its address changes.",
      DELETE: "The queue is deleted with the messages that wait in it.",
      first: "Stop what sends to it and let the consumers empty it.",
    },
    archive: {
      REPLACE: "A new, empty archive takes its place: the events kept so far can no longer be replayed.",
      DELETE: "The archive is deleted: the events in it can no longer be replayed.",
      first: "Replay what is still needed.",
    },
    images: {
      REPLACE:
        "A new, empty repository takes its place: clusters can no longer pull the images in the old one.",
      DELETE: "The repository is deleted with its images: whatever starts from them fails to start.",
      first: "Copy the images that are in use to another repository.",
    },
    secret: {
      REPLACE:
        "A new secret takes its place: what reads the old one fails until it is pointed at the new one.",
      DELETE: "The secret is deleted: what reads it fails to start.",
      first: "Move its readers to another secret.",
    },
    key: {
      REPLACE:
        "A new key takes its place. When the waiting period of the old one is over, nothing that it encrypted can be read again.",
      DELETE:
        "The key is scheduled for deletion. When its waiting period is over, nothing that it encrypted can be read again.",
      first:
        "Make sure that nothing encrypted with it is still needed; the deletion can be cancelled during the waiting period.",
    },
    metrics: {
      REPLACE: "A new, empty Prometheus workspace takes its place: the metrics so far are lost.",
      DELETE: "The Prometheus workspace is deleted with its metrics.",
      first: "Keep the figures that are still needed, such as results of load tests.",
    },
    dashboards: {
      REPLACE:
        "A new, empty Grafana workspace takes its place under another address: dashboards made by hand are lost.",
      DELETE: "The Grafana workspace is deleted with its dashboards.",
      first: "Export the dashboards that were made by hand.",
    },
    backups: {
      REPLACE: "A new, empty vault takes its place. AWS deletes the old one only when it is empty.",
      DELETE: "The vault is deleted. AWS refuses while a backup is in it.",
      first: "Copy the backups that are needed to another vault and delete the rest.",
    },
    cluster: {
      REPLACE:
        "A new, empty cluster takes its place: everything that runs on this one stops and is gone, with its volumes and settings.",
      DELETE: "The cluster is deleted with everything that runs on it.",
      first: "Have what runs on it ready to be deployed again, and move the traffic away.",
    },
    nodes: {
      REPLACE: "New nodes take the place of these: every pod on them is stopped and started elsewhere.",
      DELETE: "The nodes are deleted: their pods stop, and start again only where there is room.",
      first: "See that disruption budgets are set and that other nodes have room.",
    },
    server: {
      REPLACE: "A new machine takes its place under another address: what is on its disks is lost.",
      DELETE: "The machine is deleted with its disks.",
      first: "Copy files that are needed elsewhere.",
    },
    nat: {
      REPLACE:
        "A new NAT gateway takes its place: open connections to the internet are cut. When its public address is replaced too, the outside sees another address.",
      DELETE: "The NAT gateway is deleted: what is behind it no longer reaches the internet this way.",
      first: "Tell partners that let only known addresses in.",
    },
    address: {
      REPLACE: "A new public address takes its place: the old one is given back and cannot be had again.",
      DELETE: "The public address is given back and cannot be had again.",
      first: "Tell partners that let only known addresses in.",
    },
    network: {
      REPLACE:
        "A new network takes its place, and with it nearly everything inside: addresses change and connections break.",
      DELETE: "The network is deleted; AWS refuses while anything is still in it.",
      first: "Request a new environment and move over: that is safer than another network under this one.",
    },
    subnet: {
      REPLACE: "A new subnet takes its place: what runs in this one is moved and gets other addresses.",
      DELETE: "The subnet is deleted; AWS refuses while anything is still in it.",
      first: "Choose a quiet hour.",
    },
    loadBalancer: {
      REPLACE:
        "A new load balancer takes its place under another name and other addresses: clients that kept the old ones fail.",
      DELETE: "The load balancer is deleted: nothing behind it is reached this way any more.",
      first: "Lower the lifetime of its DNS records the day before.",
    },
    distribution: {
      REPLACE:
        "A new distribution takes its place under another domain, with an empty cache: the origins carry all requests at first.",
      DELETE: "The distribution is deleted: its domain no longer answers.",
      first: "Point the DNS records elsewhere.",
    },
    accelerator: {
      REPLACE:
        "A new accelerator takes its place with other fixed addresses; the old ones cannot be had again.",
      DELETE: "The accelerator is deleted; its fixed addresses cannot be had again.",
      first: "Move clients to a name or to other addresses.",
    },
    zone: {
      REPLACE:
        "A new DNS zone with other name servers takes its place: the domain is not found until its registrar names them.",
      DELETE: "The DNS zone is deleted: its names are no longer found.",
      first: "Have the registrar's change ready.",
    },
    certificate: {
      REPLACE:
        "A new certificate takes its place; it is issued only when its DNS record is there, and the change waits for that.",
      DELETE: "The certificate is deleted; AWS refuses while anything uses it.",
      first: "See that the domain's DNS zone can be changed.",
    },
    bus: {
      REPLACE: "A new event bus takes its place: events sent in between reach no rule.",
      DELETE: "The event bus is deleted: what is sent to it reaches nobody.",
      first: "Stop what sends to it, or choose a quiet hour.",
    },
    other: {
      REPLACE: "A new, empty one takes its place: what it holds is lost.",
      DELETE: "It is deleted with everything it holds.",
      first: "Copy what is needed elsewhere.",
    },
  },
} as const;
