#pragma once

#include "server/http/event_streams.h"
#include "server/http/router.h"
#include "server/http/server.h"
#include "tests/support/http_client.h"

namespace remise::test {

/// A real server on a free port with the routes that a test adds before it asks.
struct RunningServer {
    explicit RunningServer(http::Server::Settings wanted = {}) : settings(std::move(wanted)) {
        settings.port = 0;
    }

    http::Router& routes() { return router; }
    std::uint16_t port() {
        if (!server) server = std::make_unique<http::Server>(settings, router, streams);
        return server->port();
    }

    http::Server::Settings settings;
    http::Router router{http::noGuards()};
    http::EventStreams streams{{.mostPerFollower = 1000}};  // all of a test's clients have one address
    std::unique_ptr<http::Server> server;
};

}  // namespace remise::test
