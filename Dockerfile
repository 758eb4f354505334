# Hearken in a container: `docker build --tag hearken .`, or `scripts/build-image.sh`, which also works without an
# engine. Debian, because the speech runtimes have no build for musl. Nothing here names a processor.
ARG NODE_IMAGE=docker.io/library/node:24-trixie-slim
ARG BASE_IMAGE=docker.io/library/debian:trixie-slim

FROM ${NODE_IMAGE} AS build
# A certificate of the network this is built in, for example of a company's proxy.
ARG NODE_EXTRA_CA_CERTS
WORKDIR /build
COPY package.json package-lock.json .npmrc ./
COPY wyoming/package.json wyoming/
RUN npm ci
COPY tsconfig.base.json tsconfig.json ./
COPY wyoming wyoming
COPY src src
COPY scripts/prune-install.js scripts/container-entry.sh scripts/
COPY models/catalog.json models/
COPY LICENSE THIRD_PARTY_NOTICES ./
RUN npx tsc -b \
 && npm prune --omit=dev \
 && node scripts/prune-install.js \
 && find dist wyoming/dist \( -name '*.map' -o -name '*.d.ts' -o -name '*.tsbuildinfo' \) -delete \
 && chmod 755 dist/main.js scripts/container-entry.sh \
 && mkdir -p /image/opt/hearken/wyoming /image/opt/hearken/src/agent/understand /image/usr/local/bin \
 && mv node_modules dist scripts models package.json LICENSE THIRD_PARTY_NOTICES /image/opt/hearken/ \
 && mv wyoming/package.json wyoming/dist /image/opt/hearken/wyoming/ \
 && mv src/agent/understand/sentences /image/opt/hearken/src/agent/understand/ \
 && cp "$(command -v node)" /image/usr/local/bin/node \
 && ln -s /opt/hearken/dist/main.js /image/usr/local/bin/hearken

FROM ${BASE_IMAGE}
RUN echo 'hearken:x:10001:' >> /etc/group \
 && echo 'hearken:x:10001:10001:Hearken:/data:/usr/sbin/nologin' >> /etc/passwd \
 && install -d -o 10001 -g 10001 -m 700 /data
COPY --from=build /image/ /
# Everything that must survive, and all that is ever written: the root file system may be read-only.
VOLUME /data
WORKDIR /data
ENV NODE_ENV=production \
    HOME=/data \
    HEARKEN_DATA=/data \
    TMPDIR=/data/cache/tmp \
    HEARKEN_WYOMING_HOST=0.0.0.0 \
    HEARKEN_API_HOST=0.0.0.0
EXPOSE 10600 10680
USER 10001:10001
# Whether it answers at all: what is missing to a service is told by `hearken health` and is no reason for a restart.
HEALTHCHECK --interval=60s --timeout=10s --start-period=30s --retries=3 CMD ["hearken", "health", "--live"]
# SIGTERM lets running turns finish; that takes five seconds at most.
STOPSIGNAL SIGTERM
ENTRYPOINT ["/opt/hearken/scripts/container-entry.sh", "hearken"]
CMD ["serve"]
