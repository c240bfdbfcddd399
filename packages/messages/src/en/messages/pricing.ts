/**
 * What an estimate says of its figures: where they come from, why something is free, what would cost less.
 */
export const pricing = {
  pricing: {
    assumption: {
      reservedForAYear: "Reserved for a year, nothing upfront.",
      fromTemplate: "From the template.",
      dependsOnUsage: "Depends on usage: counted as 0 until {usageKey} is given.",
      typeChosenByAws:
        "AWS chooses types that meet InstanceRequirements; priced as the type of the launch template.",
      sizeAssumed: "The size is not in the template: {gb} GB are assumed.",
      everyPublicAddress: "Every public IPv4 address is charged, attached or not.",
      oneZone: "One zone: the subnets are not known before deployment.",
      supportEnded:
        "Standard support of Kubernetes {version} ended on {day}: the surcharge ends with an upgrade.",
      addressInEachZone: "One address in each zone: every public IPv4 address is charged.",
      oneEditor: "One editor, until editors_administrator_licenses is given.",
      scalingBounds:
        "Between the bounds of the cluster's scaling; expected is the minimum until capacity_units_per_hr is given.",
      monthOfSchedule: "A month of its schedule.",
      notPriced:
        "AWS charges for what this property asks for, and no price of it is known here: it is not in the total.",
      fromFile: "From {name}.",
      notKnown: "Not in the total: {causes}.",
      notKnownYet: "{names} is not known before deployment",
      unreadable: "{property}: {cause}",
      and: "{first}; {rest}",
    },
    unreadable: {
      number: "{value} is no number",
      quantity: "{value} is less than 0",
      flag: "{value} is neither true nor false",
    },
    free: {
      stageWithoutCache: "A stage without a cache is free; requests are charged on the API.",
      publicCertificate: "Public certificates are free; a private authority is charged by itself.",
      appClientOfPeople: "An app client that people sign in with is free; the users are charged on the pool.",
      ownAddressPool: "The address comes from a pool of your own.",
      gatewayEndpoint: "Gateway endpoints for S3 and DynamoDB have no charge.",
      networkWithoutTransfer:
        "Part of the network that AWS does not charge for; data transfer is given as its usage.",
      tasksOnInstances: "Tasks on EC2 are charged as the instances they run on.",
      network: "Part of the network that AWS does not charge for.",
      configuration: "Configuration of another resource; not charged by itself.",
      chargedWhereDelivered: "Charged where the records are delivered: on the log group or the bucket.",
      eventRules: "Rules are free; the events are charged on the bus and deliveries on their targets.",
      scaling: "Scaling is free; what it scales is charged between its bounds.",
      backupPlan: "A plan is free; its backups are charged on the vault.",
      service: "AWS offers this service free of charge.",
      identity: "IAM is free of charge.",
      deploymentHook: "Runs during deployment only; its function is charged by itself.",
      aliasQueries: "Queries for aliases of AWS resources are free.",
      aliasQuery: "Queries for an alias of an AWS resource are free.",
      standardParameter: "Standard parameters are free.",
    },
    advice: {
      eksVersion: {
        ahead: "Kubernetes {target} before standard support of {version} ends on {day}",
        ended: "Kubernetes {target}: standard support of {version} ended on {day}",
        risk: "An upgrade goes one minor version at a time and cannot be undone; APIs that a version removed must be gone from every manifest first.",
      },
      gatewayEndpoints: {
        risk: "None known: they are free and only add routes. Open connections to the service break once while the routes are added.",
        title: "Gateway endpoints for {services}",
        titleWithSaving: "Gateway endpoints for {services} (${usd} less for each GB)",
        both: "S3 and DynamoDB",
      },
      gp3: {
        title: "gp3 volumes instead of gp2",
        risk: "Changed while in use. gp2 volumes above 170 GB reach up to 250 MB/s; gp3 has 125 MB/s unless more is paid for.",
      },
      gravitonCaches: {
        title: "Graviton cache nodes",
        risk: "Nodes are replaced one after another; the engine behaves the same.",
      },
      gravitonMachines: {
        title: "Graviton machines",
        risk: "Every container image and agent must exist for arm64, and nodes are replaced.",
      },
      interfaceEndpoints: {
        title: "AWS services through the NAT gateway instead of {count} interface endpoints",
        risk: "Calls to AWS leave the private network and stop with the NAT gateway; endpoint policies no longer apply. It pays only while the data stays this small.",
      },
      oneNat: {
        title: "One NAT gateway instead of {count}",
        risk: "When its zone fails, nothing in the other zones reaches the internet. Traffic from other zones to it is charged as data between zones.",
      },
      reservedCache: {
        title: "Cache nodes reserved for a year (breaks even after {months} of 12 months)",
        risk: "The year is paid whatever happens: nodes that go before {months} months cost more than on demand. A reservation fits one node family in one region.",
      },
      rightSize: {
        title: "{to} instead of {from} ({node})",
        risk: "Measured peak: {cpuPercent} % CPU, {memoryPercent} % memory. A rush larger than what was measured finds less room; the change replaces the node.",
      },
      sleep: {
        title: "Stopped outside 12 hours on 5 days a week (35.7 % of the hours)",
        risk: "Nobody can use it at night and on weekends, starting again takes as long as building what costs by the hour, and caches start empty.",
      },
      valkey: {
        title: "Valkey instead of Redis",
        risk: "Commands and clients stay the same up to Redis 7.2. The engine is changed in place and cannot be changed back; Redis modules and licensed features of Redis 7.4 and later are not there.",
      },
    },
    name: {
      labelled: "{label}: {name}",
      qualified: "{name} ({qualifier})",
      notPriced: "Not priced: {property}",
      volume: "Volume {number}",
    },
    qualifier: {
      first: "first {bound}",
      next: "next {bound}",
      over: "over {bound}",
      above: "above {bound}",
      within: "within {days} days",
      year: "year {number}",
      list: "{first}, {rest}",
    },
    leftOut: {
      standing: "something that exists already",
      resource: "{logicalId} ({resourceType})",
      amount: "{name} {count} a month",
      amountIn: "{name} {count} {unit} a month",
      list: "{first}, {rest}",
      more: "{parts} and {count} more",
    },
  },
} as const;
