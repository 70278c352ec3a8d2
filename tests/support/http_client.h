#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace remise::test {

struct HttpAnswer {
    int status = 0;
    std::map<std::string, std::string> headers;  ///< names in lower case; Set-Cookie joined by line breaks
    std::string body;

    [[nodiscard]] std::string header(const std::string& lowerCaseName) const;
};

/// A plain socket that speaks HTTP/1.1 to a server on this machine, byte for byte as the test wants it.
class HttpClient {
public:
    explicit HttpClient(std::uint16_t port);
    ~HttpClient();
    HttpClient(const HttpClient&) = delete;
    HttpClient& operator=(const HttpClient&) = delete;

    using Headers = std::map<std::string, std::string>;

    /// A whole request with Host and Content-Length, and its answer.
    HttpAnswer ask(const std::string& method, const std::string& target, const Headers& headers = {},
                   const std::string& body = {});
    /// Bytes as they are; false when the other side has closed.
    bool send(std::string_view bytes);
    /// Waits for one whole answer. Throws std::runtime_error when the connection ends before.
    HttpAnswer receive(std::string_view method = "GET");
    /// Waits until `text` has come; what came up to its end. Throws std::runtime_error when the connection
    /// ends.
    std::string receiveUntil(std::string_view text);
    /// Waits for the other side to close; true when nothing came before.
    bool endsQuietly();

private:
    bool receiveMore();

    int m_socket;
    std::string m_received;
};

}  // namespace remise::test
