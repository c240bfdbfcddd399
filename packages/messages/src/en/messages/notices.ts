/** What is shown instead of a page. */
export const notices = {
  notice: {
    unavailable: {
      title: "Greenroom cannot reach its database right now",
      body: "Nothing was lost. This page tries again by itself every few seconds.",
    },
    host: {
      title: "Greenroom is not at this address",
      body: "It does not answer as {host}, because a page of another site could reach it under a name of its own. Open {publicUrl}, or set NEXTAUTH_URL to the address people use.",
    },
    proxy: {
      title: "Greenroom does not know its public address",
      body: "This request came through a proxy, but NEXTAUTH_URL says {publicUrl}. Set it to the address that people open and start Greenroom again.",
    },
    origin: {
      title: "This request came from another site",
      body: "Nothing was changed. Open {publicUrl} itself and try again.",
    },
    method: {
      title: "{method} is not used here",
      body: "Greenroom answers GET, HEAD and POST. Open its pages in a browser.",
    },
    address: {
      title: "This address cannot be read",
      body: "It has broken escapes or control characters in it. Check the link, or go to the home page.",
    },
    tooFast: {
      title: "Too many sign-ins in a short time",
      body: "Wait {seconds} s, then sign in again.",
    },
  },
} as const;
