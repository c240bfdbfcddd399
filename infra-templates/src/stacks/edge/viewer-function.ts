import { wwwDomain } from "./domain";
import type { EdgeSettings } from "./settings";

/**
 * Answers /tickets and /tickets/ with /tickets/index.html: a bucket behind origin access control knows no
 * index of a folder.
 */
const REWRITE = `  var uri = request.uri;
  if (uri.endsWith("/")) request.uri = uri + "index.html";
  else if (uri.lastIndexOf(".") < uri.lastIndexOf("/")) request.uri = uri + "/index.html";
  return request;`;

/**
 * Source of the function that CloudFront runs before its cache for the site (runtime cloudfront-js-2.0): it
 * goes inline into the template. With "redirect" the www name leads to the one without, with the query as it
 * came.
 */
export function viewerFunctionSource({ domain, viewerFunction }: EdgeSettings): string {
  const lines = ["function handler(event) {", "  var request = event.request;"];
  if (viewerFunction === "redirect") {
    lines.push(
      `  if (request.headers.host.value === "${wwwDomain(domain)}") {`,
      "    var query = Object.keys(request.querystring).flatMap(function (name) {",
      "      var one = request.querystring[name];",
      "      return (one.multiValue || [one]).map(function (each) { return name + '=' + each.value; });",
      "    }).join('&');",
      `    var location = "https://${domain}" + request.uri + (query ? "?" + query : "");`,
      '    return { statusCode: 301, statusDescription: "Moved Permanently", headers: { location: { value: location } } };',
      "  }",
    );
  }
  return [...lines, REWRITE, "}", ""].join("\n");
}
