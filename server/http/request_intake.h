#pragma once

#include <optional>
#include <string>

#include "server/http/body_intake.h"
#include "server/http/head_intake.h"
#include "server/http/request.h"

namespace remise::http {

class Router;

/// From where a connection's requests come.
struct Origin {
    std::string peer;
    bool isSecure = false;
    std::string trustedProxy;  ///< see client_address.h
};

/// Gathers one request from bytes that come as they like. A request that will not do is refused as early as
/// that shows: a body that nobody wants is not waited for.
class RequestIntake {
public:
    RequestIntake(const Router& router, const Origin& origin) : m_router(&router), m_origin(&origin) {}

    /// Takes what belongs to the request off the front of `received`; true once it is whole or refused.
    bool take(std::string& received);
    /// Ends it for another reason than what it says. What still comes of it is not a next request.
    void refuse(domain::Refusal);

    [[nodiscard]] bool hasBegun() const { return m_hasBegun; }
    [[nodiscard]] bool isWhole() const { return m_isWhole; }
    [[nodiscard]] Request& request() { return m_request; }
    [[nodiscard]] const std::optional<domain::Refusal>& refusal() const { return m_refusal; }
    /// Another request may follow on this connection: the client wants it so, and we know where it begins.
    [[nodiscard]] bool mayGoOn() const;
    /// The client waits for a word before it sends its body (RFC 9110, section 10.1.1); true once.
    bool takeExpectation();
    /// Bytes held by what is gathered already: the head too, as long as its body takes.
    [[nodiscard]] std::size_t size() const {
        return m_head.length() + (m_body ? m_body->size() : m_request.body.size());
    }

private:
    void readWholeHead();
    [[nodiscard]] domain::Verdict beginBody();
    [[nodiscard]] std::size_t limit() const;
    bool takeBody(std::string& received);

    const Router* m_router;
    const Origin* m_origin;
    HeadIntake m_head;
    Request m_request;
    std::optional<BodyIntake> m_body;
    std::optional<domain::Refusal> m_refusal;
    bool m_hasBegun = false, m_isWhole = false, m_bodyIsLeft = false, m_expects = false;
};

}  // namespace remise::http
