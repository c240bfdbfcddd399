"use client";

/**
 * The last resort, when not even the frame of the page could be made: no catalog, no styles, both
 * languages.
 */
export default function GlobalError() {
  return (
    <html lang="en">
      <body>
        <h1>Greenroom cannot show this page right now</h1>
        <p>Nothing was lost. Wait a few seconds and reload the page.</p>
        <p lang="ko">지금은 이 페이지를 표시할 수 없습니다. 잠시 후 페이지를 새로 고치세요.</p>
        <a href="/">Reload</a>
      </body>
    </html>
  );
}
