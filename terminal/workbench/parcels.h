#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "terminal/workbench/server_link.h"

namespace remise::workbench {

/// What the server must get, kept until it has it: on the stick when there is one, else in memory as long as
/// the machine is on. A parcel is one file whose name says where it goes.
class Parcels {
public:
    /// `folder` is made when it is missing.
    explicit Parcels(std::filesystem::path folder);

    /// On the medium before this returns. Throws std::runtime_error when it cannot be kept.
    void keep(const std::string& name, const std::string& path, const std::string& body);

    struct Sent {
        bool all = false;     ///< nothing waits any more
        domain::Value last;   ///< the answer to the last one that was taken
        std::string refusal;  ///< what the server said to one that it will never take; that one is set aside
    };
    /// Sends what waits, oldest first, until the network fails.
    Sent send(ServerLink&);

    [[nodiscard]] bool empty() const;

    struct Kept {
        std::string path, body;
        bool isRefused = false;
    };
    /// What the server refused, then what waits, each oldest first.
    [[nodiscard]] std::vector<Kept> kept() const;

private:
    [[nodiscard]] std::vector<std::filesystem::path> filesThatEnd(std::string_view ending) const;

    const std::filesystem::path m_folder;
};

}  // namespace remise::workbench
