#include "server/http/write_reply.h"

#include <Poco/DateTimeFormat.h>
#include <Poco/DateTimeFormatter.h>
#include <Poco/Net/HTTPResponse.h>
#include <Poco/Timestamp.h>

#include <ctime>

namespace remise::http {
namespace {

/// Now, as HTTP writes it; made once a second.
const std::string& date() {
    thread_local std::time_t second = 0;
    thread_local std::string text;
    const std::time_t now = std::time(nullptr);
    if (now != second)
        text = Poco::DateTimeFormatter::format(Poco::Timestamp::fromEpochTime(now),
                                               Poco::DateTimeFormat::HTTP_FORMAT);
    second = now;
    return text;
}

void addHeader(std::string& out, std::string_view name, std::string_view value) {
    out.append(name).append(": ").append(value).append("\r\n");
}

}  // namespace

std::string writeReply(const Reply& reply, WithBody withBody, Afterwards afterwards) {
    using Poco::Net::HTTPResponse;
    std::string out;
    out.reserve(1024 + (withBody == WithBody::yes ? reply.body.size() : 0));
    const auto status = static_cast<HTTPResponse::HTTPStatus>(reply.status);
    out.append("HTTP/1.1 ").append(std::to_string(reply.status)).append(" ");
    out.append(HTTPResponse::getReasonForStatus(status)).append("\r\n");
    addHeader(out, "Date", date());
    for (const auto& [name, value] : reply.headers)
        addHeader(out, name, value);
    if (!reply.type.empty()) addHeader(out, "Content-Type", reply.type);
    if (reply.status != 204 && reply.status != 304)
        addHeader(out, "Content-Length", std::to_string(reply.body.size()));
    addHeader(out, "Connection", afterwards == Afterwards::goOn ? "keep-alive" : "close");
    out += "\r\n";
    if (withBody == WithBody::yes) out += reply.body;
    return out;
}

std::string writeStreamBegin(const Reply& reply) {
    std::string out = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n";
    for (const auto& [name, value] : reply.headers)
        addHeader(out, name, value);
    return out.append("\r\nretry: 2000\n\n").append(reply.body);
}

}  // namespace remise::http
