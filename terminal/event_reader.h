#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace remise::terminal {

/// Server-sent events (HTML standard, section 9.2), out of the bytes of a reply as they come in.
class EventReader {
public:
    /// The data of the events that these bytes complete.
    std::vector<std::string> read(std::string_view bytes);

private:
    std::string m_rest;  ///< a line that is not whole yet
    std::string m_data;
};

}  // namespace remise::terminal
