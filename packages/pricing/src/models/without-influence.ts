/**
 * Names of properties that never change what AWS charges, at any level of any type: what a resource is
 * called, whom it belongs to, who may reach it, where in a region it stands. A model that does read one of
 * them (the subnets of an instance) says so in `reads`.
 */
export const WITHOUT_INFLUENCE = new RegExp(
  `^(${[
    "Tags|\\w+Tags|Description|\\w*Names?|\\w*Arns?|\\w*ARNs?",
    "KmsKey|\\w*K[Mm][Ss]Key(Id|Identifier)?|\\w*SecurityGroups?|\\w*SecurityGroupIds|Role|\\w*Role|\\w*PolicyDocument",
    "PreferredMaintenanceWindow|PreferredBackupWindow|AutoMinorVersionUpgrade|DeletionProtection(Enabled)?|Port",
    "AvailabilityZones?|AvailabilityZoneIds?|Subnets|\\w*SubnetIds?|VpcId|MasterUser\\w*|CopyTagsToSnapshot",
  ].join("|")})$`,
);
