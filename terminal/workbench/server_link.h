#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "server/domain/ids.h"
#include "server/domain/value.h"
#include "terminal/workbench/site.h"

namespace remise::workbench {

/// What the server said: a status and, where it spoke JSON, its body.
struct Answer {
    int status = 0;
    domain::Value body;
    std::optional<domain::Milliseconds> saidAt;  ///< by the server's clock

    [[nodiscard]] bool isGood() const { return status >= 200 && status < 300; }
    /// It will never be taken, however often it is sent: the server has understood it and said no.
    [[nodiscard]] bool isRefused() const;
};

/// Speaks to whichever of the site's servers answers. One thread at a time.
class ServerLink {
public:
    explicit ServerLink(const Site&);
    ~ServerLink();

    /// Nothing when no server can be reached, or none answered within ten seconds.
    std::optional<Answer> post(const std::string& path, const std::string& body,
                               const std::string& type = "application/json");

private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace remise::workbench
