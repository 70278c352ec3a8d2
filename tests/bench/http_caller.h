#pragma once

#include <string>
#include <string_view>

namespace remise::bench {

/// A keep-alive connection that asks and waits; no more of HTTP than a measurement needs.
class HttpCaller {
public:
    HttpCaller(int port, std::string token);
    ~HttpCaller();
    HttpCaller(const HttpCaller&) = delete;
    HttpCaller& operator=(const HttpCaller&) = delete;

    /// The body of the answer. Throws std::runtime_error on any status but 200.
    std::string ask(std::string_view method, std::string_view path, std::string_view body = {});

private:
    int m_socket;
    std::string m_token, m_received;
};

}  // namespace remise::bench
