#include "terminal/event_reader.h"

#include <utility>

namespace remise::terminal {

std::vector<std::string> EventReader::read(std::string_view bytes) {
    std::vector<std::string> events;
    m_rest += bytes;
    std::size_t start = 0;
    for (std::size_t end = m_rest.find('\n'); end != std::string::npos; end = m_rest.find('\n', start)) {
        std::string_view line = std::string_view(m_rest).substr(start, end - start);
        start = end + 1;
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (line.empty()) {
            if (!m_data.empty()) events.push_back(std::exchange(m_data, {}));
        } else if (line.starts_with("data:")) {
            line.remove_prefix(line.starts_with("data: ") ? 6 : 5);
            m_data += (m_data.empty() ? "" : "\n") + std::string(line);
        }
    }
    m_rest.erase(0, start);
    return events;
}

}  // namespace remise::terminal
