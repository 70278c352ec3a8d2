#include "terminal/workbench/server_link.h"

#include <Poco/Net/Context.h>
#include <Poco/Net/HTTPRequest.h>
#include <Poco/Net/HTTPResponse.h>
#include <Poco/Net/HTTPSClientSession.h>
#include <Poco/Net/RejectCertificateHandler.h>
#include <Poco/Net/SSLManager.h>
#include <Poco/StreamCopier.h>
#include <Poco/Timestamp.h>
#include <Poco/URI.h>

#include "server/wire/json.h"

namespace remise::workbench {

namespace net = Poco::Net;

namespace {

const Poco::Timespan connecting(3, 0), answering(10, 0);
constexpr std::size_t largestAnswer = 1 << 20;

/// The server's certificate must be the one that the image carries, or signed by it.
net::Context::Ptr contextFor(const Site& site) {
    net::Context::Params params;
    params.caLocation = site.certificate;
    params.loadDefaultCAs = site.certificate.empty();
    params.verificationMode = net::Context::VERIFY_RELAXED;
    params.cipherList = "HIGH:!aNULL";
    net::Context::Ptr context(new net::Context(net::Context::TLS_CLIENT_USE, params));
    net::SSLManager::instance().initializeClient(nullptr, new net::RejectCertificateHandler(false), context);
    return context;
}

std::unique_ptr<net::HTTPClientSession> sessionFor(const Poco::URI& uri, const net::Context::Ptr& context) {
    std::unique_ptr<net::HTTPClientSession> session;
    if (uri.getScheme() == "https")
        session = std::make_unique<net::HTTPSClientSession>(uri.getHost(), uri.getPort(), context);
    else
        session = std::make_unique<net::HTTPClientSession>(uri.getHost(), uri.getPort());
    session->setTimeout(connecting, answering, answering);
    return session;
}

std::string bodyOf(std::istream& in) {
    std::string body;
    char block[8192];
    while (body.size() <= largestAnswer && in.read(block, sizeof block).gcount() > 0)
        body.append(block, static_cast<std::size_t>(in.gcount()));
    return body;
}

std::optional<domain::Milliseconds> timeOf(const net::HTTPResponse& response) {
    constexpr domain::Milliseconds second = 1000;
    try {
        return response.getDate().epochTime() * second;
    } catch (const Poco::Exception&) {  // it said none
        return {};
    }
}

}  // namespace

bool Answer::isRefused() const {
    constexpr int timeout = 408, tooMany = 429;
    return status >= 400 && status < 500 && status != timeout && status != tooMany && status != 401;
}

struct ServerLink::State {
    Site site;
    net::Context::Ptr context;
    std::size_t current = 0;  ///< of the site's servers: the one that answered last

    std::optional<Answer> ask(const std::string& server, const std::string& path, const std::string& body,
                              const std::string& type) {
        const Poco::URI uri(server);
        if (uri.getScheme() == "https" && !context) context = contextFor(site);
        const auto session = sessionFor(uri, context);
        net::HTTPRequest request(net::HTTPRequest::HTTP_POST, uri.getPath() + path,
                                 net::HTTPMessage::HTTP_1_1);
        if (!site.token.empty()) request.set("Authorization", "Bearer " + site.token);
        request.set("Accept-Language", site.language);
        request.setContentType(type);
        request.setContentLength64(static_cast<Poco::Int64>(body.size()));
        session->sendRequest(request) << body;
        net::HTTPResponse response;
        const std::string text = bodyOf(session->receiveResponse(response));
        auto value = wire::readJson(text);
        return Answer{static_cast<int>(response.getStatus()), value ? std::move(*value) : domain::Value(),
                      timeOf(response)};
    }
};

ServerLink::ServerLink(const Site& site) : m_state(std::make_unique<State>(State{site, {}, 0})) {
}
ServerLink::~ServerLink() = default;

std::optional<Answer> ServerLink::post(const std::string& path, const std::string& body,
                                       const std::string& type) {
    for (std::size_t tried = 0; tried < m_state->site.servers.size(); ++tried) {
        try {
            return m_state->ask(m_state->site.servers[m_state->current], path, body, type);
        } catch (const Poco::Exception&) {  // away, or not who it should be: the next may be there
            m_state->current = (m_state->current + 1) % m_state->site.servers.size();
        }
    }
    return {};
}

}  // namespace remise::workbench
