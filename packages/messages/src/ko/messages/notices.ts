import type { notices as english } from "../../en/messages/notices";
import type { Texts } from "../../texts";

export const notices = {
  notice: {
    unavailable: {
      title: "지금은 Greenroom이 데이터베이스에 연결할 수 없습니다",
      body: "손실된 데이터는 없습니다. 이 페이지는 몇 초마다 자동으로 다시 시도합니다.",
    },
    host: {
      title: "Greenroom의 주소가 아닙니다",
      body: "이 이름({host})으로는 응답하지 않습니다. 다른 사이트의 페이지가 자기 이름으로 접근할 수 있기 때문입니다. 열어야 할 주소: {publicUrl}. 사용자가 여는 주소가 다르면 NEXTAUTH_URL에 설정하세요.",
    },
    proxy: {
      title: "Greenroom이 공개 주소를 알 수 없습니다",
      body: "이 요청은 프록시를 거쳐 왔지만 NEXTAUTH_URL은 {publicUrl}입니다. 사용자가 여는 주소로 설정하고 Greenroom을 다시 시작하세요.",
    },
    origin: {
      title: "다른 사이트에서 보낸 요청입니다",
      body: "아무것도 바뀌지 않았습니다. {publicUrl} 주소를 직접 열고 다시 시도하세요.",
    },
    method: {
      title: "{method} 메서드는 사용하지 않습니다",
      body: "Greenroom은 GET, HEAD, POST에 응답합니다. 브라우저에서 페이지를 여세요.",
    },
    address: {
      title: "읽을 수 없는 주소입니다",
      body: "주소에 잘못된 이스케이프나 제어 문자가 있습니다. 링크를 확인하거나 홈으로 가세요.",
    },
    tooFast: {
      title: "짧은 시간에 로그인을 너무 많이 시도했습니다",
      body: "{seconds}초 후 다시 로그인하세요.",
    },
  },
} satisfies Texts<typeof english>;
