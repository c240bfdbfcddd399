export const settings = {
  spec: {
    missing: "A value is missing here. Fill it in, or choose a preset again.",
    type: {
      whole: "{value} is not a whole number. Enter a number without decimals.",
      number: "{value} is not a number. Enter a number.",
      text: "{value} is not text. Enter text.",
      switch: "{value} is neither on nor off. Switch it on or off.",
      list: "{value} is not a list. Enter one value per line.",
      group: "{value} is not a group of settings. Choose a preset again.",
    },
    tooSmall: "{value} is too small. Enter {minimum} or more.",
    tooBig: "{value} is too large. Enter {maximum} or less.",
    choice: "{value} is not one of the choices. Choose one of: {choices}.",
    unknownKey: "{value} is not a setting of this blueprint. Remove it.",
    traffic: {
      rate: "{value} is not a number of requests per second. Enter whole numbers from 0 to {maximum}.",
      byHour:
        "There {count, plural, one {is # figure} other {are # figures}}. Enter 24, one for each hour from midnight, or none.",
    },
    cidr: {
      empty: "Enter a network such as 10.20.0.0/16.",
      form: "{value} is not an IPv4 network. Write it like 10.180.0.0/16.",
      size: "{value} is a /{prefix}, but the network must be between /{widest} and /{narrowest}. Change the number after the slash.",
      outsidePrivate:
        "{value} is outside the private ranges. Use a network inside 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16.",
      unaligned: "{value} does not begin on its own boundary. Use {suggestion}.",
      tooSmallForZones:
        "{value} is too small for {zones} zones: their subnets need a /{needed}. Use a /{needed} or wider network, or fewer zones.",
      tooOpen:
        "{value} lets in a large part of the internet. Name networks of /8 or narrower, such as your office's address.",
      notPublic:
        "{value} is a private network, which never reaches a public address. Name the public address it leaves from.",
    },
    cache: {
      shards: "{value} is not a number of shards. Enter 1 to {maximum}.",
      nodes:
        "{value} shards with {replicas} replicas each are {nodes} nodes, but a cache has at most {maximum}. Use fewer shards or replicas.",
      bounds:
        "The minimum number of shards, {value}, is above the maximum, {maximum}. Lower the minimum or raise the maximum.",
      belowMinimum:
        "{value, plural, one {# shard is} other {# shards are}} below the minimum of autoscaling, {minimum}. Enter {minimum} or more, or lower the minimum.",
      aboveMaximum:
        "{value, plural, one {# shard is} other {# shards are}} above the maximum of autoscaling, {maximum}. Enter {maximum} or less, or raise the maximum.",
      autoscalingNode:
        "{value} cannot be autoscaled. Choose a large, xlarge or 2xlarge of m6g, m7g, r6g, r6gd or r7g, or switch autoscaling off.",
      multiAzNeedsReplica:
        "{value} replicas cannot be spread over zones. Enter 1 or more replicas, or switch Multi-AZ off.",
      nodeTypeRegion: "{value} does not exist in {region}. Choose one of: {choices}.",
    },
    domain: {
      form: "{value} is not a domain. Write it in lower case with a dot, like spring-sale.your-company.com.",
      long: "{value} is too long for a certificate. Use a domain of at most {maximum} characters.",
      reserved:
        "{value} can never be delegated: {suffix} is reserved, so its certificate would never be issued. Use a name below a domain that your organisation has registered.",
      noSuchTop:
        "{value} can never be delegated: the internet has no top-level domain {suffix}. Use a name below a domain that your organisation has registered.",
      publicSuffix:
        "{value} belongs to a registry: domains are registered below it. Use a name below a domain that your organisation has registered.",
    },
    zoneId:
      "{value} is not the id of a Route 53 hosted zone. Copy it from the zone's details, like Z0123456789ABC, or leave it empty.",
    loadTest: {
      day: "{value} is not a day. Write it like 2027-01-31, or leave it empty for no load test.",
      past: "{value} is in the past (today is {today}). Choose a day from today on, or leave it empty for no load test.",
      far: "{value} is more than {days} days away. Choose a day within {days} days; you can extend it later.",
      noSources:
        "A load test until {value} needs the networks it comes from. Add at least one, like 203.0.113.0/28, or remove the day.",
      agent:
        "{value} cannot be a user agent here. Use 4 to 100 letters, digits, spaces and ./_- such as greenroom-load-test/1.0.",
    },
    accelerator: {
      noAlb:
        "Global Accelerator has no target: the load balancer is off. Switch on the edge and its load balancer, or switch the accelerator off.",
    },
    compliance: {
      noRecorder:
        "AWS refuses rules where nothing records. Add a recorder, say that the account has one already, or switch the rules off.",
      twoRecorders:
        "An account has only one recorder in a region, so this one would be refused. Add none where the account has one already.",
    },
    cluster: {
      noWayOut:
        "The cluster's nodes, external-dns and Karpenter reach AWS through NAT gateways only. Choose one shared gateway or one per zone, or switch the cluster off.",
      unsupported: "AWS ended all support of Kubernetes {value} on {endedOn}. Choose one of: {choices}.",
      oneVersion:
        "EKS goes up one version at a time: from {before} to {next} now, and on to {value} in later changes.",
      olderVersion:
        "EKS never goes back, and the cluster is at {before}. Keep {before}, or request a new environment with {value}.",
      nodeTypeForm: "{value} is not an EC2 instance type. Write it like t3.large.",
      nodeTypeRegion:
        "{value} is not offered in {region}. Choose a type from medium or large up of one of these families: {families}.",
      mixedProcessors:
        "{value} has a different processor from {other}, and the nodes of a group share one image. Name types with the same processor.",
      nodeBounds:
        "The minimum number of nodes, {value}, is above the maximum, {maximum}. Lower the minimum or raise the maximum.",
      nodesOutside:
        "{value, plural, one {# node is} other {# nodes are}} outside the group's bounds. Enter {minimum} to {maximum}, or change the bounds.",
      principal:
        "{value} is not the ARN of a role or user. Write it like arn:aws:iam::111122223333:role/platform.",
      alreadyAdministrator: "{value} administers the cluster already. Remove it from the readers.",
    },
    list: {
      tooMany:
        "There {count, plural, one {is # entry} other {are # entries}}, and at most {maximum} can be named. Remove some.",
      repeated: "{value} is in the list twice. Remove one of them.",
      tooFew:
        "There {count, plural, one {is # entry} other {are # entries}}, and at least {minimum} {minimum, plural, one {is} other {are}} needed. Add one.",
    },
    faultInjection: {
      noAlarms:
        "Experiments need alarms that stop them, and observability is off. Switch observability on, or the experiments off.",
    },
    email: "{value} is not an e-mail address in lower case. Write it like rina@example.com.",
    data: {
      noLimit:
        "Provisioned capacity needs a limit here, but it is {value}. Enter 1 to 40,000 units, or pay per request.",
      bounds:
        "The minimum number of units, {value}, is above the maximum, {maximum}. Lower the minimum or raise the maximum.",
      replicaAtHome:
        "{value} is the environment's own region, so it cannot be a copy. Switch it off, or choose another region.",
      oneReplicaAtATime:
        "AWS adds or removes one copy of a table at a time. Request {first} in this change, and {value} in the next.",
    },
    network: {
      occupied:
        "What is built uses the network {before} and cannot move to {value}: its cluster, cache, database or load balancer would be lost. Keep {before}, or request a new environment.",
    },
    aurora: {
      step: "{value} is not a number of capacity units. Enter whole or half units, such as 0.5 or 2.",
      bounds:
        "The minimum number of capacity units, {value}, is above the maximum, {maximum}. Lower the minimum or raise the maximum.",
      protected:
        "AWS does not delete the Aurora database while its deletion protection is on. Request a change that switches Aurora’s “Deletion protection” off, and nothing else of Aurora, first.",
    },
    loadGenerator: {
      noWayOut:
        "{value, plural, one {# machine needs} other {# machines need}} a NAT gateway for set-up and access. Choose one, or set 0 machines.",
    },
    edge: {
      protected:
        "AWS does not delete the load balancer while its deletion protection is on. Request a change that switches “Protect the load balancer from deletion” off, and nothing else of the edge, first.",
    },
    invalid: "{value} cannot be used here. Choose a preset again, or ask the platform team.",
  },
} as const;
