/**
 * Where the Gateway's pods listen with TLS: above 1023, so that they need no rights for it. The target group,
 * both security groups and the Gateway's manifest name the same port.
 */
export const TARGET_PORT = 8443;
