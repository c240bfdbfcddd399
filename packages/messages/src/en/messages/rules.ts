export const rules = {
  rule: {
    stackIsGone: "The stack {stackKey} was deleted outside Greenroom, so there is nothing to bring back.",
    buildStackAgain: "Request a change of the environment: its run builds the stack again.",
    revertLosesData: "Reverting {logicalId} ({type}) would replace it, and what it holds would be lost.",
    leaveOrMove: "Ignore the difference for now, and move the data by hand before you change the resource.",
    nothingToRevert: "The newest check of this environment found no difference.",
    checkDriftAgain: "Check the drift on its page, then request it again if something differs.",
    tooLarge: "The template of the stack {stackKey} has {bytes} bytes; CloudFormation takes {limit} inline.",
    tooMany: "The stack {stackKey} has {count} resources; CloudFormation takes {limit}.",
    splitStack: "Split the stack, or switch options of it off.",
    correctBlueprint: "Correct the blueprint: this cannot be fixed in the form.",
    runsCode: "{logicalId} is a {type}, which runs code during deployment.",
    useNative: "Use a native resource type; see the list in the blueprint guide.",
    needsUpload: "{logicalId} ({type}) needs a file that is uploaded first.",
    keepInline: "Keep code inline or refer to something that is published already.",
    allowsAll: "{logicalId} allows {actions} on every resource.",
    nameActions: "Name the actions and the resources that are needed.",
    notEncrypted: "{logicalId} ({type}) is not encrypted.",
    encrypt: "Switch encryption on in the blueprint.",
    queueNoDeadLetters: "The queue {logicalId} has no dead-letter queue.",
    targetNoDeadLetters: "The target {target} of the rule {logicalId} has no dead-letter queue.",
    addDeadLetters: "Give it a dead-letter queue.",
    noPointInTime: "The table {logicalId} cannot be restored to an earlier point in time.",
    switchOnRecovery: "Switch point-in-time recovery on, unless its data can be created again.",
    noAdministrator: "Nobody has rights in the cluster {logicalId}, not even who builds it.",
    nameAdministrator: "Name an administrator of the cluster: the ARN of an IAM role that people assume.",
    /** Why a finding of an engine is no finding. */
    exception: {
      statedDependency:
        "A dependency that also follows from a reference does no harm: the construct states it for readers.",
      plainSub: "The template is generated: an Fn::Sub without variables is the same as a plain text.",
      ownArns:
        "A template is made for exactly one account and region, so ARNs of that account are written out.",
      zonesOfTable:
        "The zones come from our table for the region: the same request always gives the same template, in the zones it was priced for.",
      emptyBoundary:
        "An empty parameter means that no boundary is set: a condition then leaves the property out.",
    },
    fix: {
      template: "Correct the template where this points: CloudFormation refuses it as it is.",
      schema: "Correct the resource in the blueprint: its schema in CloudFormation does not allow this.",
      resourceType:
        "Use a resource type that exists in this region, or add the type to the known exceptions if AWS has just released it.",
      structure: "Correct the intrinsic function or the template's outer structure in the blueprint.",
      reference: "Refer only to what the same template defines.",
      parameter: "Correct the parameter or the property named here in the blueprint.",
      property:
        "Correct the property named here in the blueprint: AWS would refuse the resource during deployment.",
      runtime: "Move the function to a runtime that Lambda still lets you create.",
      output: "Correct the output in the blueprint.",
      outputValue:
        "Correct the output in the blueprint: it names something the resource does not have, or is not a text.",
      condition: "Correct the condition in the blueprint.",
      attribute: "Correct the property or attribute named here in the blueprint.",
      function: "Simplify the intrinsic function, or accept the finding beside the construct with a reason.",
      setting: "Narrow the setting named here, or accept the finding beside the construct with a reason.",
      change: "Change the property named here, or accept the finding beside the construct with a reason.",
      resource:
        "Change the resource in the blueprint, or accept the finding beside the construct with a reason.",
      asAdvised:
        "Change the resource in the blueprint, or accept the finding beside the construct with a reason. The rule advises: {advice}",
      accessLogs: "Switch access logs on.",
      flowLogs: "Switch VPC flow logs on.",
      deletionProtection: "Switch deletion protection on.",
      multiAz: "Give each shard a replica, and spread the cache over zones (Multi-AZ).",
      accelerator:
        "Switch Global Accelerator off: the load balancer then takes requests from CloudFront only.",
      privateApi:
        "Empty the list of networks that reach the Kubernetes API: people then reach it from the bastion.",
    },
  },
} as const;
